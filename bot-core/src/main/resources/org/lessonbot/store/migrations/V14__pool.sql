-- Members of a club who have come to where one works with a partner. Whoever of them has none waits for one.
create table pool (
    lesson bigint      not null,
    person text        not null,
    since  timestamptz not null,
    primary key (lesson, person),
    foreign key (lesson, person) references participant on delete cascade
);
