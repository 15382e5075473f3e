-- Reconciliation. Money is in minor units. Nothing here follows from the topics: a rebuild of the ledger leaves it alone.

-- One holding of our ledger against Vipps.
create table reconciliation (
    id          uuid primary key,
    state       text not null check (state in ('running', 'done', 'failed')),
    -- Absent where all sales units, or all times, are concerned.
    msn         text,
    from_at     timestamptz,
    to_at       timestamptz,
    asked_by    text not null,
    -- What it does at the moment, for people.
    progress    text not null,
    rows        bigint not null default 0,
    -- Payments and the report's rows, once they are counted.
    to_read     bigint,
    looks       integer not null default 0,
    open        integer not null default 0,
    new         integer not null default 0,
    gone        integer not null default 0,
    failure     text,
    started_at  timestamptz not null,
    finished_at timestamptz,
    check ((finished_at is null) = (state = 'running'))
);
create unique index reconciliation_one_at_a_time on reconciliation ((true)) where finished_at is null;
create index reconciliation_started on reconciliation (started_at desc);

-- How far the two lists of each of Vipps' ledgers were read.
create table report_feed (
    ledger   text not null,
    topic    text not null check (topic in ('FUNDS', 'FEES')),
    -- Vipps' own; absent before the first page.
    cursor   text,
    -- Of the last row.
    position bigint not null default 0,
    -- The sales units that are settled there.
    msns     text[] not null,
    -- Up to when the list was read to its end.
    read_to  timestamptz,
    primary key (ledger, topic)
);

-- The report's rows as they came. Vipps never changes one.
create table report_row (
    ledger         text not null,
    topic          text not null,
    position       bigint not null,
    -- Empty where it is none of ours.
    msn            text not null,
    reference      text not null,
    psp_reference  text not null,
    type           text not null,
    currency       text not null,
    amount         bigint not null,
    balance_before bigint,
    balance_after  bigint,
    "time"         timestamptz not null,
    date           date not null,
    primary key (ledger, topic, position)
);
create index report_row_payment on report_row (msn, reference);

-- What Vipps said of a payment when it was asked last, for payments on which the ledgers differ.
create table vipps_look (
    msn        text not null,
    reference  text not null,
    looked_at  timestamptz not null,
    last_at    timestamptz not null,
    present    boolean not null,
    ours       boolean not null,
    currency   text not null,
    authorized bigint not null,
    captured   bigint not null,
    cancelled  bigint not null,
    refunded   bigint not null,
    -- Its captures and refunds, one element each.
    movements  text[] not null,
    psps       text[] not null,
    amounts    bigint[] not null,
    times      timestamptz[] not null,
    primary key (msn, reference)
);
create index vipps_look_looked on vipps_look (looked_at);

create table finding (
    id             uuid primary key,
    kind           text not null,
    msn            text not null,
    reference      text not null,
    psp_reference  text not null,
    sale_id        text not null,
    currency       text not null,
    expected       bigint,
    found          bigint,
    -- When the payment was asked for, or the row booked.
    at             timestamptz not null,
    state          text not null check (state in ('open', 'explained', 'gone')),
    -- Since when it is there without a break.
    since          timestamptz not null,
    explained_by   text,
    explanation    text,
    explained_at   timestamptz,
    gone_at        timestamptz,
    -- The last reconciliation that found it.
    run            uuid not null,
    unique (kind, msn, reference, psp_reference),
    check ((state = 'gone') = (gone_at is not null)),
    check (state <> 'explained' or explanation is not null)
);
create index finding_standing on finding (state, since desc) where state <> 'gone';
create index finding_since on finding (since desc, id);
