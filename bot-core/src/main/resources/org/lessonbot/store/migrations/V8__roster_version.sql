-- Grows with every change of who takes part in a lesson and with whom, so that whoever has read both knows whether it still holds.
alter table lesson add column roster bigint not null default 0;
