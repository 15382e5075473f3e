-- Since when a list of the report is to be read; with read_to it says how long it has not been.
alter table report_feed add column since timestamptz not null default now();

-- The sales units whose report is to be read, since when.
create table report_unit (
    msn   text primary key,
    since timestamptz not null
);

-- How far each list was read when a reconciliation matched: what it should hold after that was not judged.
create table reconciliation_list (
    run     uuid not null references reconciliation on delete cascade,
    msn     text not null,
    -- Both empty where Vipps has listed no ledger of the sales unit yet.
    ledger  text not null,
    topic   text not null,
    -- Absent where the list was never read to its end.
    read_to timestamptz,
    primary key (run, msn, ledger, topic)
);

-- When Vipps was asked about a payment and did not answer; it is asked about others first then.
create table vipps_tried (
    msn       text not null,
    reference text not null,
    tried_at  timestamptz not null,
    primary key (msn, reference)
);
