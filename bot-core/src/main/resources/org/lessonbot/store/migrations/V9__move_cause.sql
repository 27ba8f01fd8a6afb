-- A lesson is moved by whoever leads it, or by the clock. The column interaction names either cause.
alter table move add column cause text not null default 'INTERACTION' check (cause in ('INTERACTION', 'DEADLINE'));
