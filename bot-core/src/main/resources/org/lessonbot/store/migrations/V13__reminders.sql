-- How somebody wishes to be reminded in a club, as far as they said, and when they last went on there. Moments are local times with
-- their zones, written as in 2026-12-04T18:00[Europe/Berlin].
create table wish (
    lesson     bigint      not null,
    person     text        not null,
    zone       text,
    known_zone text,
    quiet      text,
    way        text check (way in ('MESSAGE', 'MENTION', 'NONE')),
    away       text,
    snooze     text,
    said       timestamptz,
    seen       timestamptz not null,
    primary key (lesson, person),
    foreign key (lesson, person) references participant on delete cascade
);
create index wish_person on wish (person, said);

-- What reminders there were: noted before they are sent, so that each is sent once at most, whatever becomes of whoever sends it. The
-- day is the person's own.
create table reminder (
    lesson  bigint      not null,
    person  text        not null,
    day     date        not null,
    stretch int         not null,
    at      timestamptz not null,
    way     text        not null check (way in ('MESSAGE', 'MENTION')),
    outcome text        not null default 'UNKNOWN'
        check (outcome in ('UNKNOWN', 'SENT', 'WAITS', 'REFUSED', 'TOLD', 'FAILED')),
    primary key (lesson, person, day),
    foreign key (lesson, person) references participant on delete cascade
);
