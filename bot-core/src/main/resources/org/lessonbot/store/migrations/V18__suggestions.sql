-- At which steps a class may suggest prompts for the models, and what each student suggests: one at a time, for teachers alone.
create table suggesting (
    lesson bigint not null references lesson on delete cascade,
    step   text   not null,
    primary key (lesson, step)
);

create table suggestion (
    id     bigint      generated always as identity primary key,
    lesson bigint      not null,
    step   text        not null,
    person text        not null,
    prompt text        not null,
    at     timestamptz not null,
    unique (lesson, step, person),
    foreign key (lesson, person) references participant on delete cascade
);
