-- What tills asked for over HTTP and was accepted: the same request again is answered the same, another one under its id is not.
create table http_request (
    event_id     uuid primary key,
    sale_key     text not null,
    -- SHA-256 of what was asked for.
    body_hash    bytea not null,
    accepted_at  timestamptz not null
);
create index http_request_accepted on http_request (accepted_at);

-- Sales that came by HTTP: whose they are before payment-service has read of them, and what their tills know.
create table http_sale (
    sale_key         text primary key,
    msn              text not null,
    till_id          text not null,
    asked_at         timestamptz not null,
    -- The event that opens it; absent until its opening was accepted here.
    opening_id       uuid,
    -- What was accepted last; until it is applied the sale is not over, whatever it says.
    last_id          uuid not null,
    -- When the till was told that it is reserved or paid; absent until then, and after it came to nothing.
    paid_told_at     timestamptz,
    acknowledged_at  timestamptz
);
create index http_sale_unacknowledged on http_sale (paid_told_at)
    where paid_told_at is not null and acknowledged_at is null;

-- Tills that have used HTTP, each with the number of what it was told last. A till without a row costs nothing.
create table till_feed (
    msn      text not null,
    till_id  text not null,
    last     bigint not null default 0,
    primary key (msn, till_id)
);

-- What each till was told on payment.events, numbered without gaps in the order of commits.
create table till_told (
    msn       text not null,
    till_id   text not null,
    n         bigint not null,
    sale_key  text not null,
    headers   json not null,
    value     bytea not null,
    told_at   timestamptz not null default clock_timestamp(),
    primary key (msn, till_id, n)
);
create index till_told_sale on till_told (sale_key);
create index till_told_at on till_told (told_at);

-- Once for each statement that writes to the outbox, so once for each batch of the saga and in its transaction: no other
-- place could forget to tell a till, and nothing is told that was not decided. The row of a till's feed stays locked until
-- the commit; they are locked in order, after the sales, so nobody waits in a circle.
create function tell_tills() returns trigger language plpgsql as $$
declare
    -- A feed that somebody begins while we wait for the locks is not locked, so it is told from the next time on.
    locked text[];
begin
    select array_agg(feed.msn || '/' || feed.till_id) into locked from (
        select f.msn, f.till_id from till_feed f
        where (f.msn, f.till_id) in (
            select w.headers->>'ce_msn', w.headers->>'ce_tillid' from written w where w.topic = 'payment.events')
        order by f.msn, f.till_id for update) feed;
    if locked is null then
        return null;
    end if;

    insert into till_told (msn, till_id, n, sale_key, headers, value)
    select f.msn, f.till_id, f.last + row_number() over (partition by f.msn, f.till_id order by w.id),
        w.key, w.headers, w.value
    from written w
    join till_feed f on f.msn = w.headers->>'ce_msn' and f.till_id = w.headers->>'ce_tillid'
    where w.topic = 'payment.events' and f.msn || '/' || f.till_id = any (locked);

    update till_feed f set last = f.last + told.count
    from (select w.headers->>'ce_msn' as msn, w.headers->>'ce_tillid' as till_id, count(*) as count
        from written w where w.topic = 'payment.events' group by 1, 2) told
    where f.msn = told.msn and f.till_id = told.till_id and f.msn || '/' || f.till_id = any (locked);

    update http_sale s set paid_told_at = coalesce(s.paid_told_at, clock_timestamp())
    from written w
    where w.topic = 'payment.events' and w.key = s.sale_key
        and w.headers->>'ce_type' in ('kvitt.payment.authorized.v1', 'kvitt.payment.settled.v1');

    -- It came to nothing: there is no payment any more that the till would have to know of.
    update http_sale s set paid_told_at = null, acknowledged_at = null
    from written w
    where w.topic = 'payment.events' and w.key = s.sale_key
        and (w.headers->>'ce_type' = 'kvitt.payment.ended.v1'
            or (w.headers->>'ce_type' = 'kvitt.payment.released.v1'
                and convert_from(w.value, 'UTF8')::jsonb->>'done' = 'true'));
    return null;
end $$;

create trigger tell_tills after insert on outbox
    referencing new table as written
    for each statement execute function tell_tills();
