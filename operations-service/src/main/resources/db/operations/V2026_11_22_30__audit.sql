-- What people have decided. Never changed, never removed.
create table audit (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    who      text not null,
    -- unpark, release, ask, skip, replay, …
    what     text not null,
    -- msn/saleId; absent where it is about no single sale.
    key      text,
    reason   text not null,
    details  json not null
);
create index audit_key on audit (key, id) where key is not null;
