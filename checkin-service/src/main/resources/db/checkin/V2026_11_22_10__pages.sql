-- The page that a redirect code opens; null for a callback code.
alter table qr_code add column target text;
