-- What the live ledger has and Kafka has no longer is carried into the rebuilt one, up to this key so far.
alter table rebuild add column carried_to text not null default '';
-- Messages that were.
alter table rebuild add column carried bigint not null default 0;
-- One that was begun before nothing is carried for is not to be swapped in.
update rebuild set state = 'failed', failure = 'an upgrade has ended it; begin another', finished_at = now() where finished_at is null;
