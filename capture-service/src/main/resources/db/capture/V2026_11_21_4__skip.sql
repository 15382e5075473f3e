-- A person gives an operation up: it is never sent again.
alter table operation add column skipped_at timestamptz;
-- Who and why. Stands here before its operation where a restore has forgotten the command and it is read again later.
create table skip (
    msn               text not null,
    operation_id      text not null,
    -- The time in the event.
    written_at        timestamptz not null,
    -- A command that was issued later is another wish.
    for_issued_until  timestamptz not null,
    operator          text not null,
    reason            text not null,
    primary key (msn, operation_id)
);
