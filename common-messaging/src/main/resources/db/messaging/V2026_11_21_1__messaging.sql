-- What every Kvitt service with a store needs. One row of "entity" is one thing whose events are applied in order
-- (a sale); whoever changes it holds its row lock.
create table entity (
    key          text primary key,
    state        jsonb,
    -- Ids of all events ever applied: replay is safe for as long as the row lives, which is for ever.
    applied      uuid[] not null default '{}',
    parked       boolean not null default false,
    traceparent  text
) with (fillfactor = 60);

create table outbox (
    -- Drawn while the entity's lock is held, so the order of ids is the order of an entity's events.
    id       bigint generated always as identity primary key,
    topic    text not null,
    key      text not null,
    -- Not jsonb, which cannot hold every character that stands in a header.
    headers  json not null,
    value    bytea not null
);

create table timer (
    key        text not null,
    name       text not null,
    due        timestamptz not null,
    -- True: fires only when all input has been read past its due time.
    after_log  boolean not null,
    primary key (key, name)
);
-- Apart, so that many that wait for the log do not stand in the way of the others.
create index timer_due on timer (due) where not after_log;
create index timer_due_after_log on timer (due) where after_log;

create table task (
    id            bigint generated always as identity primary key,
    key           text not null,
    kind          text not null,
    body          jsonb not null,
    not_before    timestamptz not null,
    tries         integer not null default 0,
    first_tried   timestamptz,
    leased_until  timestamptz
);
create index task_due on task (not_before);
create index task_key on task (key, id);

create table consumed_offset (
    topic        text not null,
    partition    integer not null,
    next_offset  bigint not null,
    -- Everything written to the partition before this time has been applied.
    read_until   timestamptz not null default '-infinity',
    primary key (topic, partition)
);

create table parked (
    id         bigint generated always as identity primary key,
    key        text not null,
    event_id   uuid not null,
    topic      text not null,
    partition  integer not null,
    "offset"   bigint not null,
    headers    json not null,
    -- Absent in a tombstone.
    value      bytea,
    reason     text not null,
    parked_at  timestamptz not null,
    unique (key, event_id)
);
