-- Whether what somebody was shown was prepared by whoever leads the club: it has no owner either.
alter table reason_shown add column leader boolean not null default false;
