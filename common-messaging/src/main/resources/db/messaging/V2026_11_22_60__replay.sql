-- Topics that an operator has read again. One at a time; whichever process holds the lease reads.
create table replay (
    id            uuid primary key,
    from_time     timestamptz not null,
    -- '' is everything, else a sales unit or the key of one entity.
    key_prefix    text not null,
    -- True: only counts what has not been applied.
    dry_run       boolean not null,
    -- Messages a second.
    rate          integer not null,
    who           text not null,
    reason        text not null,
    -- running, done, stopped, failed
    state         text not null,
    -- Of what failed.
    why           text,
    applied       bigint not null default 0,
    owner         uuid,
    leased_until  timestamptz,
    started_at    timestamptz not null,
    finished_at   timestamptz
);
create unique index replay_running on replay ((true)) where state = 'running';

create table replay_position (
    replay        uuid not null,
    topic         text not null,
    partition     integer not null,
    first_offset  bigint not null,
    next_offset   bigint not null,
    -- Where the service itself stood when the replay began: what comes behind is not for a replay.
    end_offset    bigint not null,
    primary key (replay, topic, partition)
);

-- What had not been applied when the replay came by.
create table replay_found (
    replay     uuid not null,
    key        text not null,
    event_id   uuid not null,
    topic      text not null,
    partition  integer not null,
    "offset"   bigint not null,
    type       text not null,
    currency   text,
    amount     bigint,
    primary key (replay, key, event_id)
);
