-- A lesson is a plan (edition) and facts (everything else). Names are the code's own: see package org.lessonbot.lesson.

create table edition (
    hash       text primary key,
    body       text        not null,
    created_at timestamptz not null default now()
);

create table lesson (
    id          bigint generated always as identity primary key,
    platform    text        not null,
    room        text        not null,
    edition     text        not null references edition,
    pace        text        not null check (pace in ('LIVE', 'SELF')),
    status      text        not null check (status in ('RUNNING', 'PAUSED', 'ENDED')),
    seed        bigint      not null,
    step        text        not null,
    round       int         not null,
    started_at  timestamptz not null default now(),
    step_since  timestamptz not null default now(),
    extension_s int         not null default 0,
    ended_at    timestamptz,
    version     bigint      not null default 0,
    check ((status = 'ENDED') = (ended_at is not null))
);
create unique index lesson_one_a_room on lesson (platform, room) where ended_at is null;

create table round (
    lesson      bigint      not null references lesson on delete cascade,
    step        text        not null,
    number      int         not null check (number > 0),
    phase       text        not null check (phase in ('OPEN', 'REVEALED', 'CLOSED')),
    deal        json        not null,
    opened_at   timestamptz not null default now(),
    revealed_at timestamptz,
    ordinal     bigint generated always as identity, -- the order in which rounds were opened
    primary key (lesson, step, number)
);

create table participant (
    lesson    bigint      not null references lesson on delete cascade,
    person    text        not null,
    name      text        not null,
    role      text        not null check (role in ('STUDENT', 'TEACHER')),
    present   boolean     not null default true,
    joined_at timestamptz not null default clock_timestamp(),
    primary key (lesson, person)
);

create table membership (
    lesson  bigint      not null,
    pairing text        not null check (pairing in ('EXPLORE', 'QUESTIONS')),
    number  int         not null check (number > 0),
    person  text        not null,
    since   timestamptz not null default clock_timestamp(),
    until   timestamptz, -- set when the person left the group; what the group entered stays
    primary key (lesson, pairing, number, person),
    foreign key (lesson, person) references participant on delete cascade
);
create unique index membership_one_a_person on membership (lesson, pairing, person) where until is null;

-- What one owner put into one field of one round; the empty value is a withdrawal. The last write wins.
create table entry (
    lesson bigint      not null,
    step   text        not null,
    round  int         not null,
    owner  text        not null,
    field  text        not null,
    value  text        not null,
    person text        not null,
    at     timestamptz not null default clock_timestamp(),
    primary key (lesson, step, round, owner, field),
    foreign key (lesson, step, round) references round on delete cascade
);
create index entry_person on entry (lesson, person);

-- What an entry said before it was changed.
create table entry_change (
    lesson      bigint      not null references lesson on delete cascade,
    step        text        not null,
    round       int         not null,
    owner       text        not null,
    field       text        not null,
    value       text        not null,
    person      text        not null,
    at          timestamptz not null,
    replaced_at timestamptz not null
);
create index entry_change_lesson on entry_change (lesson, person);

create function keep_entry_change() returns trigger language plpgsql as $$
begin
    insert into entry_change
    values (old.lesson, old.step, old.round, old.owner, old.field, old.value, old.person, old.at, new.at);
    return new;
end $$;
create trigger entry_changed before update on entry
    for each row when (old.value is distinct from new.value) execute function keep_entry_change();

-- What teachers did, once for each interaction however often it is delivered. Timing is taken from here alone.
create table move (
    lesson      bigint      not null references lesson on delete cascade,
    interaction text        not null,
    kind        text        not null,
    step        text        not null,
    round       int         not null,
    at          timestamptz not null default clock_timestamp(),
    primary key (lesson, interaction)
);

-- A post follows the facts: it is to be drawn again while wanted > shown.
create table post (
    lesson      bigint not null references lesson on delete cascade,
    slot        text   not null,
    place       text   not null check (place in ('ROOM', 'DESK')),
    step        text   not null,
    round       int    not null,
    wanted      bigint not null default 1,
    shown       bigint not null default 0,
    digest      text,
    address     text,
    retired     text, -- the address of an earlier post of the same, to be removed
    leased_by   text,
    leased_till timestamptz,
    ordinal     bigint generated always as identity, -- the order in which posts appear
    primary key (lesson, slot)
);
create index post_stale on post (lesson) where wanted > shown;
