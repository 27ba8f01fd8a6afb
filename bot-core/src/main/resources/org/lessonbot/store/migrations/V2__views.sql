-- What people entered, readable without knowing how it is kept. A withdrawn entry is in none of these.

create view guesses as
select entry.lesson, entry.step, entry.round, round.deal #>> '{item,id}' as item, round.deal ->> 'shown' as shown,
    entry.person, entry.value as guess, entry.value = round.deal ->> 'shown' as correct, entry.at
from entry join round on round.lesson = entry.lesson and round.step = entry.step and round.number = entry.round
where entry.field = 'guess' and entry.value <> '';

create view votes as
select entry.lesson, entry.step, entry.round, round.deal #>> '{item,id}' as item, round.deal ->> 'a' as side_a,
    round.deal ->> 'b' as side_b, entry.person, entry.value as vote, reason.value as reason, revote.value as revote, entry.at
from entry join round on round.lesson = entry.lesson and round.step = entry.step and round.number = entry.round
    left join entry reason on (reason.lesson, reason.step, reason.round, reason.owner)
        = (entry.lesson, entry.step, entry.round, entry.owner) and reason.field = 'reason' and reason.value <> ''
    left join entry revote on (revote.lesson, revote.step, revote.round, revote.owner)
        = (entry.lesson, entry.step, entry.round, entry.owner) and revote.field = 'revote' and revote.value <> ''
where entry.field = 'vote' and entry.value <> '';

create view thoughts as
select entry.lesson, entry.step, entry.round, round.deal ->> 'question' as question, entry.person,
    entry.value as thought, entry.at
from entry join round on round.lesson = entry.lesson and round.step = entry.step and round.number = entry.round
where entry.field like 'thought-%' and entry.value <> '';

-- One upvote for each question that a person finds worth asking; the code is the question's.
create view upvotes as
select lesson, step, round, substring(field from 4) as code, person, at
from entry where field like 'up-%' and value <> '';

-- The code is made as org.lessonbot.activity.Code makes it; the pair is empty where somebody asked alone.
create view questions as
select entry.lesson, entry.step, entry.round, code.code, nullif(substring(entry.owner from '^pair:(\d+)$'), '')::int as pair,
    entry.person, entry.value as question,
    (select count(*) from upvotes where upvotes.lesson = entry.lesson and upvotes.code = code.code) as upvotes, entry.at
from entry join lesson on lesson.id = entry.lesson
    cross join lateral (select left(encode(sha256(int8send(lesson.seed) || convert_to(
        entry.step || '/' || entry.round || '/' || entry.owner || '/' || entry.field, 'UTF8')), 'hex'), 10) as code) code
where entry.field like 'question-%' and entry.value <> '';

create view answers as
select entry.lesson, entry.step, entry.round,
    round.deal -> 'questions' ->> (substring(entry.field from '\d+$')::int - 1) as question,
    nullif(substring(entry.owner from '^pair:(\d+)$'), '')::int as pair, entry.person, entry.value as answer, entry.at
from entry join round on round.lesson = entry.lesson and round.step = entry.step and round.number = entry.round
where entry.field ~ '^answer-\d+$' and entry.value <> '';

create view feedback as
select entry.lesson, entry.step, entry.round, entry.person, entry.value::int as rating, comment.value as comment, entry.at
from entry
    left join entry comment on (comment.lesson, comment.step, comment.round, comment.owner)
        = (entry.lesson, entry.step, entry.round, entry.owner) and comment.field = 'comment' and comment.value <> ''
where entry.field = 'rating' and entry.value ~ '^\d$';
