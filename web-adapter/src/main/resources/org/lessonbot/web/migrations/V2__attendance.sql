-- When somebody last had the room open, and whether they then closed it. A phone that sleeps closes nothing.

alter table web_person add column seen_at timestamptz not null default now();
alter table web_person add column left_page boolean not null default false;
