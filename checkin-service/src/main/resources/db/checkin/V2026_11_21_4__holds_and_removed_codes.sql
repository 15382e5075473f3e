-- A sale keeps its code until its end, or until it can no longer be paid.
alter table qr_session add column held_until timestamptz;
update qr_session set held_until = opened_at + interval '15 minutes';
alter table qr_session add check ((sale_key is null) = (held_until is null));

-- Since when no till of the registry has the code; absent while one has.
alter table qr_code add column missing_since timestamptz;
