-- The ledger. Nothing in here is ever updated or deleted: the application's role may select and insert, no more.
-- One exception: the keys of protected bodies (body_key) may be destroyed, and the ledger says so.

create table ledger (
    id      uuid primary key,
    made_at timestamptz not null default now(),
    one     boolean not null default true unique check (one)
);
comment on table ledger is 'Which ledger this is: one row. Its id is part of the origin in every checkpoint.';

create sequence batch_id;

create table batch (
    id          bigint primary key,
    first_seq   bigint not null unique,
    entries     integer not null check (entries > 0),
    recorded_at timestamptz not null
);
comment on table batch is 'One append: whole or absent. Its entries have seq first_seq, first_seq + 1, ... recorded_at never decreases along first_seq.';

create table entry (
    batch              bigint not null,
    no                 integer not null,
    id                 uuid not null unique,
    kind               text not null,
    subject            uuid not null,
    happened_first     timestamptz,
    happened_last      timestamptz,
    happened_precision text,
    known_at           timestamptz,
    author             text not null,
    component          text not null,
    handling           text not null,
    lane               text not null,
    import_id          uuid,
    file               text,
    line               integer not null,
    supersedes         uuid,
    body               text,
    commitment         bytea,
    secret             bytea,
    primary key (batch, no)
);
comment on table entry is 'One line of the ledger: header columns and the body as canonical JSON, or, when it is protected, its commitment SHA-256(salt || body) and the encrypted body. known_at null means: when it was recorded.';
create index entry_subject on entry (subject);
create index entry_rare on entry (batch, no) where kind <> 'incident-reported';
comment on index entry_rare is 'Finds the few entries of the other kinds among a million rows of data sets.';

create table body_key (
    id   uuid primary key,
    key  bytea not null,
    salt bytea not null
);
comment on table body_key is 'What opens the protected body of an entry: AES-256-GCM key and salt, 32 bytes each. Deleted when the body is erased.';

create table leaf (
    seq  bigint primary key,
    id   uuid not null,
    hash bytea not null
);
comment on table leaf is 'SHA-256(0x00 || seq || recorded_at || SHA-256(canonical JSON of the entry)): the leaves of the Merkle tree.';

create table checkpoint (
    size      bigint primary key,
    note      text not null,
    peaks     bytea not null,
    signed_at timestamptz not null default clock_timestamp()
);
comment on table checkpoint is 'Signed notes (C2SP tlog-checkpoint). peaks: roots of the full subtrees, so that the tree can grow from here.';

create table signer (
    public_key text primary key,
    since      timestamptz not null default clock_timestamp()
);
comment on table signer is 'Public halves of the keys that sign here. An outsider trusts a key of his own choice instead.';

create table kept_file (
    sha256  text primary key,
    name    text not null,
    bytes   bigint not null,
    kept_at timestamptz not null default clock_timestamp()
);
create table kept_block (
    sha256  text not null,
    no      integer not null,
    offset_ bigint not null,
    content bytea not null,
    primary key (sha256, no)
);
alter table kept_block alter column content set storage external; -- is compressed already
comment on table kept_file is 'Files as they came in, by their hash: evidence. Blocks are zlib-compressed pieces, in order.';

grant usage on schema public to ${application};
grant usage on sequence batch_id to ${application};
grant select, insert, delete on body_key to ${application};
grant select, insert on ledger, batch, entry, leaf, checkpoint, signer, kept_file, kept_block to ${application};
