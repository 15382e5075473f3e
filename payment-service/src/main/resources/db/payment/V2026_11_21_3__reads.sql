-- How far the reads of a payment at Vipps have used up their share. Worth nothing once the time has passed.
create table payment_reads (
    payment     text primary key,
    used_until  timestamptz not null
);
