-- What a task comes of, while spans are collected; else it is its entity's trace.
alter table task add column traceparent text;
