-- An end that was typed while the club was paused stays where it is once the club goes on; the others are put off by the pause.
alter table deadline add column typed boolean not null default false;
