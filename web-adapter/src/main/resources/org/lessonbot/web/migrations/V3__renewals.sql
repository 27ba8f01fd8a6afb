-- How often the teachers' link of a room was renewed: the links before that, and whoever came in by them, lead no more.

alter table web_room add column renewals integer not null default 0;
