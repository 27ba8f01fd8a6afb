-- For which answer the reason was: without an owner it could be told by nothing else.
alter table reason_shown add column answer text not null default '';
alter table reason_shown alter column answer drop default;
