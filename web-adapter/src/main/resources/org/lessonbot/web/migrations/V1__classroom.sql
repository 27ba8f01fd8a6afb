-- What a chat server keeps: rooms, people, and what each audience was sent. The lesson itself is in the core's tables.

create table web_secret (
    one    boolean primary key default true check (one),
    secret bytea not null
);

create table web_room (
    id         text primary key,
    name       text        not null unique,
    code       text        not null unique,
    created_at timestamptz not null default now()
);

create table web_person (
    id         text primary key,
    room       text        not null references web_room on delete cascade,
    name       text        not null,
    leads      boolean     not null,
    entered_at timestamptz not null default now()
);
create unique index web_person_name on web_person (room, lower(name));

-- How far an audience's feed is. Whoever adds to a feed locks its row, so versions become visible in their order.
create table web_feed (
    room     text   not null references web_room on delete cascade,
    audience text   not null, -- ROOM, DESK or a person's id
    version  bigint not null default 0,
    primary key (room, audience)
);

create sequence web_place;

create table web_item (
    number     bigint generated always as identity primary key,
    room       text        not null,
    audience   text        not null,
    slot       text        not null, -- what it is about: a later item about the same replaces it
    version    bigint      not null, -- the feed's when this item last changed
    place      bigint      not null default nextval('web_place'),
    under      bigint      not null default 0, -- the item that it answers; 0 for none
    cause      text        not null default '', -- the button that it answers; empty for none
    html       text        not null, -- empty once removed
    board      text        not null default '', -- the same for the projector
    changed_at timestamptz not null default now(),
    unique (room, audience, slot),
    foreign key (room, audience) references web_feed on delete cascade
);
create index web_item_version on web_item (room, audience, version);
