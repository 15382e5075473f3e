-- The sealed customer token of the scan that opened the sale, and whether that customer has approved: a second scan of theirs is to
-- open no second sale.
alter table qr_session add column token text;
alter table qr_session add column approved boolean not null default false;
