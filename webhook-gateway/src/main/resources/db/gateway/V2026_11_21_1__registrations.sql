-- One row for each webhook registration, written before Vipps is called: what happens between the call and its answer
-- can then be found and mended.
create table registration (
    id            uuid primary key,
    msn           varchar(7)   not null,
    kind          varchar(20)  not null check (kind in ('PAYMENTS', 'CHECK_INS')),
    -- The last part of the path Vipps posts to; selects the secret.
    token         varchar(43)  not null unique,
    -- As registered: signatures are made over its host and path, whatever the proxies in between change.
    url           varchar(500) not null,
    state         varchar(20)  not null check (state in ('WANTED', 'REGISTERED', 'RETIRED')),
    vipps_id      varchar(100),
    -- JWE (dir, A256GCM) with the key of kvitt.gateway.key-file.
    sealed_secret text,
    created_at    timestamptz  not null,
    registered_at timestamptz,
    retired_at    timestamptz,
    check (state = 'WANTED' or (vipps_id is not null and sealed_secret is not null)),
    check ((state = 'RETIRED') = (retired_at is not null))
);

-- Two replicas never register the same thing at the same time, even without the upkeep's lock.
create unique index registration_wanted_once on registration (msn, kind) where state = 'WANTED';
create index registration_by_msn on registration (msn);
