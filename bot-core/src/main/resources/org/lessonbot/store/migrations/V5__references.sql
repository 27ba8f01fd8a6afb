-- What is dealt points to what people wrote and holds no copy of it, so that it is gone when they ask to be forgotten.

drop view answers;

-- Questions that stand on the board from the start. The code is made as org.lessonbot.activity.Code makes it.
create view seeds as
select lesson.id as lesson, left(encode(sha256(int8send(lesson.seed) || convert_to(seed.question, 'UTF8')), 'hex'), 10) as code,
    seed.question
from lesson join edition on edition.hash = lesson.edition
    cross join lateral json_each_text(edition.body::json -> 'contents') as content (step, body)
    cross join lateral json_array_elements_text(
        case when content.body::jsonb ? 'seeds' then content.body::json -> 'seeds' else '[]' end) as seed (question);

update round set deal = json_build_object('asked', '', 'codes', (
    select json_agg(coalesce(
            (select code from questions where questions.lesson = round.lesson and question = dealt.question limit 1),
            (select code from seeds where seeds.lesson = round.lesson and seeds.question = dealt.question limit 1), '')
        order by dealt.place)
    from json_array_elements_text(round.deal -> 'questions') with ordinality as dealt (question, place)))
where jsonb_typeof(round.deal::jsonb -> 'questions') = 'array';

update round set deal = json_build_object('step', past.step, 'round', past.number, 'speaker', left(encode(sha256(
    int8send(lesson.seed) || convert_to(round.deal ->> 'owner', 'UTF8')), 'hex'), 10))
from lesson, lateral (
    select earlier.step, earlier.number from round as earlier
    where earlier.lesson = lesson.id and jsonb_typeof(earlier.deal::jsonb -> 'codes') = 'array'
    order by earlier.ordinal desc limit 1) as past
where lesson.id = round.lesson and jsonb_typeof(round.deal::jsonb -> 'answers') = 'array';

create view answers as
select entry.lesson, entry.step, entry.round,
    coalesce(nullif(round.deal ->> 'asked', ''), questions.question, seeds.question) as question,
    nullif(substring(entry.owner from '^pair:(\d+)$'), '')::int as pair, entry.person, entry.value as answer, entry.at
from entry join round on round.lesson = entry.lesson and round.step = entry.step and round.number = entry.round
    cross join lateral (
        select round.deal -> 'codes' ->> (substring(entry.field from '\d+$')::int - 1) as code) as asked
    left join questions on questions.lesson = entry.lesson and questions.code = asked.code
    left join seeds on seeds.lesson = entry.lesson and seeds.code = asked.code
where entry.field ~ '^answer-\d+$' and entry.value <> '';

-- The platform's name of an interaction may hold a person's id: what is kept is its hash.
update move set interaction = encode(sha256(convert_to(interaction, 'UTF8')), 'hex');
