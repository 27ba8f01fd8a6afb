-- A post stands once, however often it is tried: each try names the same standing. It is the version from which on the post is
-- wanted at one place, so that one that is posted anew has a name that none of it had before.
alter table post add column standing bigint not null default 1;
-- How many tries to post it there have begun: after the first, an earlier one may stand with what it was drawn from.
alter table post add column tries int not null default 0;
