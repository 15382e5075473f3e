-- Sales that a printed redirect code shows. A row is its sale's, and is gone when nobody is to pay it any more.
create table page_sale (
    sale_key   text primary key,
    msn        text not null,
    qr_id      text not null,
    opened_at  timestamptz not null
);
create index page_sale_at_code on page_sale (msn, qr_id, opened_at desc);

-- Where browsers come back to. Of the token in the address only its hash is here.
create table page_return (
    token_hash  text primary key,
    sale_key    text not null,
    press       integer not null,
    made_at     timestamptz not null
);
create index page_return_of_sale on page_return (sale_key);

-- Requests by the minute. Who made them is a keyed hash.
create table page_visit (
    what    text not null,
    minute  timestamptz not null,
    times   integer not null,
    primary key (what, minute)
);
create index page_visit_by_minute on page_visit (minute);
