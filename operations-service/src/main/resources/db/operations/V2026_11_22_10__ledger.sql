-- The ledger stands twice, in two schemas with the same tables: one is live, the other is where it is rebuilt. Every row of a sale
-- follows from the messages of that sale alone, so a rebuild gives the same rows. Money is in minor units.
create table ledger_state (
    only_one boolean primary key default true check (only_one),
    live     text not null check (live in ('ledger_a', 'ledger_b'))
);
insert into ledger_state (live) values ('ledger_a');

-- One reading of all topics from the beginning, into the schema that is not live.
create table rebuild (
    id          uuid primary key,
    state       text not null check (state in ('reading', 'folding', 'ready', 'swapped', 'failed', 'given-up')),
    target      text not null check (target in ('ledger_a', 'ledger_b')),
    asked_by    text not null,
    reason      text not null,
    -- Whoever works on it does so until then; another takes it up afterwards.
    owner       uuid,
    owned_until timestamptz not null default '-infinity',
    -- What stood in the target is gone.
    cleared     boolean not null default false,
    -- Sales up to this key are folded; absent when all are.
    folded_to   text default '',
    read        bigint not null default 0,
    to_read     bigint not null default 0,
    sales       bigint not null default 0,
    -- Absent until it is ready to be compared.
    differences json,
    failure     text,
    started_at  timestamptz not null,
    finished_at timestamptz,
    check ((finished_at is null) = (state in ('reading', 'folding', 'ready')))
);
create unique index rebuild_one_at_a_time on rebuild ((true)) where finished_at is null;

-- Where the rebuild under way stands. They become the consumer's own when it is swapped.
create table rebuild_offset (
    topic       text not null,
    partition   integer not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

do $both$
declare
    ledger text;
    reader record;
begin
    foreach ledger in array array['ledger_a', 'ledger_b'] loop
        execute format('create schema if not exists %I', ledger);
        perform set_config('search_path', ledger, true);

        -- Every message as it came, once. The key is msn/saleId, or that of a code where a check-in belongs to no sale.
        create table message (
            key         text not null,
            topic       text not null,
            event_id    uuid not null,
            -- As its header says; absent where it has none that anybody could show.
            type        text,
            "time"      timestamptz not null,
            source      text,
            partition   integer not null,
            "offset"    bigint not null,
            traceparent text,
            headers     json not null,
            -- Absent where nobody could read it: whatever stands there may be about a customer.
            body        bytea,
            -- Why not; holds nothing of the body.
            unreadable  text,
            primary key (key, topic, event_id)
        );

        create table sale (
            key                      text primary key,
            msn                      text not null,
            sale_id                  text not null,
            shop_id                  text,
            till_id                  text,
            qr_id                    text,
            currency                 text,
            -- What was asked for.
            amount                   bigint,
            -- What the till says was sold; absent while it has not said.
            confirmed                bigint,
            -- Sums over all attempts.
            authorized               bigint not null,
            captured                 bigint not null,
            cancelled                bigint not null,
            refunded                 bigint not null,
            phase                    text not null,
            attempts                 integer not null,
            -- Of the latest attempt.
            reference                text,
            opened_at                timestamptz,
            authorized_at            timestamptz,
            first_at                 timestamptz not null,
            last_at                  timestamptz not null,
            capture_guaranteed_until timestamptz,
            select_until             timestamptz,
            handed_over              boolean not null,
            parked_since             timestamptz,
            parked_reason            text,
            -- The latest alarm's why, while it stands.
            at_risk                  text,
            receipt                  text not null check (receipt in ('none', 'wanted', 'posted', 'rejected')),
            -- A point of sale was told that the money is reserved, is the merchant's, or never will be.
            acknowledged             boolean not null,
            trace_id                 text
        );
        create index sale_last on sale (last_at desc, key desc);
        create index sale_id_prefix on sale (sale_id text_pattern_ops);
        create index sale_till on sale (till_id, last_at desc);
        create index sale_amount on sale (amount, last_at desc);
        create index sale_opened on sale (opened_at);
        create index sale_parked on sale (parked_since) where parked_since is not null;
        create index sale_at_risk on sale (last_at) where at_risk is not null;

        -- One attempt that was commanded or seen.
        create table payment (
            msn                      text not null,
            reference                text not null,
            key                      text not null,
            attempt                  integer,
            -- Vipps' own; absent while it is not known.
            state                    text,
            psp_reference            text,
            currency                 text,
            amount                   bigint,
            authorized               bigint not null,
            captured                 bigint not null,
            cancelled                bigint not null,
            refunded                 bigint not null,
            created_at               timestamptz,
            authorized_at            timestamptz,
            last_event_at            timestamptz not null,
            capture_guaranteed_until timestamptz,
            primary key (msn, reference)
        );
        create index payment_key on payment (key);
        create index payment_reference_prefix on payment (reference text_pattern_ops);
        create index payment_reserved on payment (capture_guaranteed_until) where authorized > captured + cancelled;

        -- What happened at Vipps, each once: facts of webhooks that tell of success.
        create table money_event (
            msn           text not null,
            reference     text not null,
            psp_reference text not null,
            name          text not null,
            key           text not null,
            amount        bigint not null,
            currency      text not null,
            at            timestamptz not null,
            primary key (msn, reference, name, psp_reference)
        );
        create index money_event_key on money_event (key);

        -- What was to be done at Vipps, and what came of it.
        create table operation (
            key          text not null,
            operation_id text not null,
            reference    text not null,
            kind         text not null,
            -- Absent where it has none: a cancel gives back whatever is left.
            amount       bigint,
            currency     text,
            -- Absent where only its result is known here.
            issued_at    timestamptz,
            -- Absent while it is open.
            outcome      text check (outcome in ('SUCCEEDED', 'REJECTED', 'UNKNOWN')),
            code         text,
            finished_at  timestamptz,
            primary key (key, operation_id)
        );

        -- Double entry: the entries of a payment add up to nothing.
        create table entry (
            key       text not null,
            reference text not null,
            n         integer not null,
            account   text not null check (account in ('customer', 'reserved', 'merchant', 'refunded')),
            amount    bigint not null,
            currency  text not null,
            at        timestamptz not null,
            primary key (key, reference, n)
        );
        create index entry_at on entry (at) where account = 'merchant';

        create table quarantined (
            service   text not null,
            topic     text not null,
            partition integer not null,
            "offset"  bigint not null,
            reason    text not null,
            at        timestamptz not null,
            -- The sealed body as JSON; absent where it could not be sealed.
            body      text,
            primary key (service, topic, partition, "offset")
        );
        create index quarantined_at on quarantined (at desc);

        -- Whoever may write the tables of messaging may write these.
        for reader in
            select distinct grantee from information_schema.role_table_grants
            where table_schema = 'public' and table_name = 'consumed_offset' and privilege_type = 'INSERT'
                and grantee <> current_user
        loop
            execute format('grant usage on schema %I to %I', ledger, reader.grantee);
            execute format('grant select, insert, update, delete on all tables in schema %I to %I', ledger, reader.grantee);
        end loop;
    end loop;
    perform set_config('search_path', 'public', true);
end
$both$;
