-- How far the reads for this operation have used up the payment's share; the latest of a payment's operations counts.
alter table operation add column reads_used_until timestamptz;
