-- Whether somebody who leads was asked to by whoever led. All others lead by a right of their own, which may be taken away.
alter table participant add column asked boolean not null default false;
-- Who leads a lesson under way goes on leading it: nobody knows any more who was asked.
update participant set asked = true
where role = 'TEACHER' and exists (select from lesson where lesson.id = participant.lesson and ended_at is null);
