-- All that was ever entered; entry holds the last of each. What an entry said before it was changed had to be found for each row by a trigger; the
-- statement that writes an entry knows what it writes.
drop trigger entry_changed on entry;
drop function keep_entry_change;
alter table entry_change rename to entry_log;
alter index entry_change_lesson rename to entry_log_lesson;
alter table entry_log drop column replaced_at;
insert into entry_log (lesson, step, round, owner, field, value, person, at)
select lesson, step, round, owner, field, value, person, at from entry;

drop trigger lesson_erased on lesson;
drop function erase_entry_changes;
create function erase_entry_log() returns trigger language plpgsql as $$
begin
    delete from entry_log where lesson = old.id;
    return null;
end $$;
create trigger lesson_erased after delete on lesson
    for each row execute function erase_entry_log();

-- Whoever entered something is looked for in the log alone. To a plan made when there were no entries this index seemed as good as the key to find one
-- person's among a whole lesson's.
drop index entry_person;
