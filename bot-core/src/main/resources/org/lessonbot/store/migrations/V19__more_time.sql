-- Until when the answers of one member count though their club is over: a time on the clock of a place, as the ends of its stretches are.
create table more_time (
    lesson bigint    not null,
    person text      not null,
    local  timestamp not null,
    zone   text      not null,
    primary key (lesson, person),
    foreign key (lesson, person) references participant on delete cascade
);
