-- Of a real replay: the dry run whose findings somebody has looked at. Nothing else is applied.
alter table replay add column dry_run_id uuid;
-- Counted as it is found, so that nobody who looks counts the rows again.
alter table replay add column found_events bigint not null default 0;
alter table replay add column found_sales bigint not null default 0;
-- What it last had to wait for, and when: kinds of errors and places, no values.
alter table replay add column last_failure text;
alter table replay add column last_failure_at timestamptz;

-- Of each sale the greatest amount that was found, summed.
create table replay_money (
    replay    uuid not null,
    currency  text not null,
    amount    bigint not null,
    primary key (replay, currency)
);

update replay r set
    found_events = (select count(*) from replay_found f where f.replay = r.id),
    found_sales = (select count(distinct key) from replay_found f where f.replay = r.id);
insert into replay_money (replay, currency, amount)
select replay, currency, sum(amount) from (select replay, key, currency, max(amount) as amount from replay_found
    where currency is not null group by replay, key, currency) s group by replay, currency;
