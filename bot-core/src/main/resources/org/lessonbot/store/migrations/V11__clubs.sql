-- Until when a stretch of a club's lesson goes. It is a time on the clock of a place, so which instant that is follows from the
-- place's rules as they are known on the day.
create table deadline (
    lesson  bigint    not null references lesson on delete cascade,
    stretch int       not null check (stretch >= 0),
    local   timestamp not null,
    zone    text      not null,
    primary key (lesson, stretch)
);

-- Which rounds somebody who goes at their own pace is through with.
create table passage (
    lesson bigint      not null,
    person text        not null,
    step   text        not null,
    round  int         not null,
    at     timestamptz not null,
    primary key (lesson, person, step, round),
    foreign key (lesson, person) references participant on delete cascade,
    foreign key (lesson, step, round) references round on delete cascade
);

-- Whose reason was shown to whom, the first time that they saw one; without an owner it was prepared for the lesson.
create table reason_shown (
    lesson bigint      not null,
    step   text        not null,
    round  int         not null,
    viewer text        not null,
    owner  text,
    at     timestamptz not null,
    primary key (lesson, step, round, viewer),
    foreign key (lesson, viewer) references participant on delete cascade,
    foreign key (lesson, owner) references participant on delete cascade,
    foreign key (lesson, step, round) references round on delete cascade
);
create index reason_shown_owner on reason_shown (lesson, owner);

-- Whether a stretch ends as soon as everybody has finished it.
alter table lesson add column ends_early boolean not null default false;
