-- Captured money can be paid back.
alter table operation drop constraint operation_kind_check;
alter table operation add constraint operation_kind_check check (kind in ('CREATE', 'CAPTURE', 'CANCEL', 'REFUND'));
