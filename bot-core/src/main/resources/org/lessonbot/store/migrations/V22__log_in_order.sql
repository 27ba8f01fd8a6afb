-- What entries said before is looked for by lesson and, seldom, by person among one lesson's. Without the person every new row is the last
-- of the index: it needs no search for its place, in the one statement that everybody waits for.
drop index entry_change_lesson;
create index entry_change_lesson on entry_change (lesson);
