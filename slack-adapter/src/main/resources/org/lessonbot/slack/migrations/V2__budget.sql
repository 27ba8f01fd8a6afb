-- How far ahead the calls of each kind are booked, by all instances together. Unlogged: after a crash nobody need know it.
create unlogged table slack_budget (
    calls        text primary key,
    booked_until timestamptz not null
);
