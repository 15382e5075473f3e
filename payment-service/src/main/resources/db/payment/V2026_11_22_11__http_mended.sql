-- How much had been said about the sale when its opening was accepted: whether it was refused since. Absent in rows of before.
alter table http_sale add column opening_said bigint;
