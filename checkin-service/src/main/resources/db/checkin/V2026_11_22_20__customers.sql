-- Customers who agreed that their number is kept. One row for a number and a merchant; nothing of it can be read without the service's key file.
create table customer (
    -- Random to everybody without the key file; what tills and topics know of the customer.
    customer_id    text primary key,
    -- As in the registry: no other merchant may use it.
    merchant       text not null,
    -- Keyed, to find the same number again.
    number_hash    text,
    -- JWE (dir, A256GCM) with the customer's own key.
    sealed_number  text,
    -- The customer's own key: JWE (dir, A256GCM) with a key made from the key file. Erasing is destroying it.
    sealed_key     text,
    created_at     timestamptz not null,
    last_used_at   timestamptz not null,
    keep_until     timestamptz not null,
    erased_at      timestamptz,
    erased_why     text check (erased_why in ('ASKED', 'UNUSED')),
    check ((erased_at is null) = (sealed_key is not null)),
    check ((erased_at is null) = (sealed_number is not null)),
    check ((erased_at is null) = (number_hash is not null)),
    check ((erased_at is null) = (erased_why is null))
);
create unique index customer_number on customer (merchant, number_hash) where number_hash is not null;
create index customer_keep_until on customer (keep_until) where erased_at is null;

-- What was agreed with which sale. Stays when the number is erased: a sale that is told of again must not bring it back.
create table customer_consent (
    sale_key     text primary key,
    merchant     text not null,
    purpose      text not null,
    given_at     timestamptz not null,
    -- Absent until Vipps has told the number.
    customer_id  text references customer
);
create index customer_consent_customer on customer_consent (customer_id);

-- Later sales that the number was used for.
create table customer_use (
    customer_id  text not null references customer,
    sale_key     text not null,
    used_at      timestamptz not null,
    primary key (customer_id, sale_key)
);
