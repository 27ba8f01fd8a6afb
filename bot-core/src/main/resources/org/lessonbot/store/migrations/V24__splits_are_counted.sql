-- How many chose what is counted whenever a discussion shows it: what was counted when it was dealt held people who were erased since.
update round set deal = cast(jsonb_set(cast(deal as jsonb), '{splits}', (
        select coalesce(jsonb_agg(split - 'for_a' - 'for_b' order by place), '[]')
        from jsonb_array_elements(cast(deal as jsonb) -> 'splits') with ordinality as each (split, place))) as json)
where jsonb_typeof(cast(deal as jsonb) -> 'splits') = 'array';
