-- Who was erased lately. What they agreed to before must not bring their number back while Vipps may still tell it.
create table customer_tombstone (
    merchant   text not null,
    -- The keyed hash of the number, or the id that a restored database does not know yet.
    whose      text not null,
    erased_at  timestamptz not null,
    primary key (merchant, whose)
);
create index customer_tombstone_erased_at on customer_tombstone (erased_at);
