-- Checklists that were made, as they were handed in. They say nothing about any customer.
create table checklist (
    id      uuid primary key,
    msn     text not null,
    made_by text not null,
    made_at timestamptz not null,
    list    json not null,
    -- The same in Markdown.
    report  text not null
);
create index checklist_made_at on checklist (made_at desc);
