-- Exports call people by names made with this secret: nobody can find them again from a platform's user ids.
alter table lesson add column secret uuid not null default gen_random_uuid();
