-- What was ordered over HTTP about a printed code. A row counts as long as the registry file says of the code what it said then.
create table code_order (
    msn         text not null,
    qr_id       text not null,
    kind        text not null check (kind in ('CALLBACK', 'MOBILEPAY', 'REDIRECT')),
    -- The till it is in, or was in last.
    till_id     text not null,
    -- Null: as the registry file has it.
    location    text,
    whereabouts text not null check (whereabouts in ('IN_TILL', 'OUT', 'DELETED')),
    -- The till that the registry file gave it at that time; null where the file did not have it.
    file_till   text,
    ordered_at  timestamptz not null,
    primary key (msn, qr_id)
);

-- Grows with every order, so that whoever remembers them sees that they are others now.
create table code_version (
    one      boolean primary key default true check (one),
    version  bigint not null
);
insert into code_version (version) values (0);

-- When what Vipps has was last compared with what is wanted.
create table code_comparison (
    msn          text primary key,
    compared_at  timestamptz not null
);

-- Codes that Vipps had then and nobody here wants. Perhaps another system's.
create table code_unwanted (
    msn       text not null,
    -- Callback and redirect codes have ids of their own.
    redirect  boolean not null,
    qr_id     text not null,
    -- The location, or the page it opens.
    kept      text not null,
    primary key (msn, redirect, qr_id)
);

-- An old printed MobilePay code is mapped, not made.
alter table qr_code add column mobile_pay boolean not null default false;
-- What a comparison found last, and when: GONE or MOVED.
alter table qr_code add column drift text;
alter table qr_code add column drifted_at timestamptz;
-- Why Vipps refused it; null since it has taken it.
alter table qr_code add column refusal text;
-- Ordered to be deleted at Vipps, at once.
alter table qr_code add column delete_now boolean not null default false;
