-- Prompts that models are asked for one class, with what has come of each. Whoever asks the models holds a lease, as for posts.
create table draft (
    id          bigint      generated always as identity primary key,
    lesson      bigint      not null references lesson on delete cascade,
    step        text        not null,
    bank        text        not null,
    roles       text        not null,
    prompt      text        not null,
    -- who asked; nobody once they are forgotten
    teacher     text        not null,
    made_at     timestamptz not null,
    -- of its step, in which a class saw it
    round       int         not null default 0,
    -- whether it is to be kept for the bank
    kept        boolean     not null default false,
    -- the responses with their provenance, and how far they are
    voices      json        not null,
    -- whether a model is still to answer
    under_way   boolean     not null,
    leased_by   text,
    leased_till timestamptz
);
create index draft_lesson on draft (lesson, step);
create index draft_under_way on draft (id) where under_way;
