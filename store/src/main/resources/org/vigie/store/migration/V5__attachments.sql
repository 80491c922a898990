-- Files that belong to one entry: photographs of a report. They lie here and not in the entry, so that whoever reads the
-- ledger reads no pictures; and in the same database, so that an entry and its file come in together or not at all.

create table attachment (
    id      uuid primary key,
    content bytea not null
);
alter table attachment alter column content set storage external; -- encrypted: cannot be compressed
comment on table attachment is 'The file that belongs to the entry of this id, encrypted with AES-256-GCM under a key that is made of the key in body_key: who erases the entry erases the file.';

grant select, insert on attachment to ${application};
