-- Whether somebody was asked whose clock they go by: they are asked once, whatever they say.
alter table wish add column zone_asked boolean not null default false;
