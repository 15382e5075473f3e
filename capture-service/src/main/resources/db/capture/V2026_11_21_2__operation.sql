-- One row is one wish to change something at Vipps. It exists before the first call and is never deleted: a command that
-- is read again, from however long ago, finds what became of it.
create table operation (
    msn              text not null,
    -- reference/kind/n
    operation_id     text not null,
    reference        text not null,
    -- msn/saleId: the Kafka key, and the entity whose lock protects the outcome.
    sale_key         text not null,
    kind             text not null check (kind in ('CREATE', 'CAPTURE', 'CANCEL')),
    -- The command as it was read; the customer's token in it stays sealed.
    command          jsonb not null,
    idempotency_key  uuid not null unique,
    status           text not null check (status in ('NEW', 'UNKNOWN', 'SUCCEEDED', 'REJECTED')),
    -- The last result that was told, and which one it was.
    result           jsonb,
    result_number    bigint not null default 0,
    issued_at        timestamptz not null,
    -- When the command was first read here.
    seen_at          timestamptz not null,
    -- Each try is written down before it is sent, in a transaction of its own.
    first_sent_at    timestamptz,
    last_sent_at     timestamptz,
    -- The newest few, to keep to Vipps' limit of writes on one payment.
    recent_sends     timestamptz[] not null default '{}',
    -- Since when there is a try of which it is not known that it did nothing.
    in_doubt_since   timestamptz,
    -- Of the task's run that sent last: an older run that was thought dead sends no more.
    sent_by_try      integer not null default 0,
    finished_at      timestamptz,
    primary key (msn, operation_id),
    check ((finished_at is not null) = (status in ('SUCCEEDED', 'REJECTED')))
);
create index operation_reference on operation (msn, reference);
create index operation_open on operation (issued_at) where finished_at is null;
