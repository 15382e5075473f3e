-- Baskets and scans at a till's printed code. Whoever decides about a code holds its row lock. Tokens are sealed.
create table till_code (
    msn    text not null,
    qr_id  text not null,
    state  jsonb not null,
    primary key (msn, qr_id)
) with (fillfactor = 60);
