-- Whether a class was led through a round before its lesson went on at everybody's own pace: nobody has it before them in the club.
alter table round add column led boolean not null default false;
