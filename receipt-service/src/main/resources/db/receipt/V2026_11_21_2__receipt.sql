-- One row is the one receipt that a payment can have. Never deleted: an event that is read again finds what became of it.
create table receipt (
    msn          text not null,
    reference    text not null,
    -- msn/saleId: the Kafka key, and the entity whose lock protects the outcome.
    sale_key     text not null,
    status       text not null check (status in ('WANTED', 'POSTED', 'REJECTED')),
    -- The event that asked for it, with sale, amount and lines: authorized or captured, whichever came first.
    event_type   text not null,
    event        jsonb not null,
    -- Why not; only with REJECTED.
    refusal_code text,
    wanted_at    timestamptz not null,
    finished_at  timestamptz,
    primary key (msn, reference),
    check ((finished_at is null) = (status = 'WANTED')),
    check ((refusal_code is not null) = (status = 'REJECTED'))
);
create index receipt_wanted on receipt (wanted_at) where finished_at is null;
