-- What each till has had paid back in a day: the row is locked while a refund is decided, in the sale's transaction.
create table refund_day (
    msn      text not null,
    till_id  text not null,
    day      date not null,
    taken    bigint not null,
    primary key (msn, till_id, day)
);

-- Which request took how much of which day, so that it is counted once and given back when it comes to nothing.
create table refund_counted (
    sale_key    text not null,
    request_id  uuid not null,
    msn         text not null,
    till_id     text not null,
    day         date not null,
    amount      bigint not null,
    primary key (sale_key, request_id)
);
