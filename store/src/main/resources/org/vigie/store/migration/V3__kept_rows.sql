-- A file whose rows are protected is kept row by row, each under a key of its own, so that a row that is erased from the
-- ledger is erased from the evidence too.

alter table kept_block add column line integer;
comment on column kept_block.line is 'The line (from 1) at which the record in this block begins; 0: a file that has no lines, erased as a whole; null: the file is kept open.';

create table kept_key (
    sha256 text    not null,
    no     integer not null,
    key    bytea   not null,
    primary key (sha256, no)
);
comment on table kept_key is 'What opens a block that has a line: AES-256-GCM key. Deleted when what the block says is erased.';

grant select, insert, delete on kept_key to ${application};
