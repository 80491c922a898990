-- Who may sign in, and who looked at what. Not part of the ledger: no checkpoint covers these tables, and no backup of
-- the ledger holds them. Those of the real ledger's database count; in that of the exercises they stay empty.

create table account (
    id        uuid primary key,
    name      text not null unique,
    role      text not null,
    component text not null,
    area      text,
    made_at   timestamptz not null,
    locked_at timestamptz
);
comment on table account is 'Who may sign in. area is kept and not yet enforced.';

create table credential (
    account   uuid primary key references account,
    password  text not null,
    totp      bytea not null,
    totp_step bigint not null,
    set_at    timestamptz not null
);
comment on table credential is 'password: Argon2id in PHC form, empty when it was taken back. totp: the shared secret of RFC 6238; totp_step: the last time step of which a code was taken.';

create table recovery_code (
    account uuid not null references account,
    hash    bytea not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (account, hash)
);
comment on table recovery_code is 'SHA-256 of a code of 79 random bits that stands for one code of the telephone, once.';

create table one_time_link (
    hash    bytea primary key,
    account uuid references account,
    totp    bytea,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz
);
comment on table one_time_link is 'SHA-256 of the token in a link with which somebody chooses a password. account null: the first administrator. totp is emptied when the link is used.';

create table session (
    hash     bytea primary key,
    account  uuid not null references account,
    begun_at timestamptz not null,
    seen_at  timestamptz not null,
    ended_at timestamptz,
    address  text not null
);
create index session_account on session (account);
comment on table session is 'SHA-256 of the token in the cookie of a browser that is signed in.';

create table attempt (
    key      text primary key,
    failures integer not null,
    last_at  timestamptz not null
);
comment on table attempt is 'Sign-ins that failed, by the hash of the name that was typed and by address; forgotten after a day.';

create table audit (
    no      bigint generated always as identity primary key,
    at      timestamptz not null,
    account text not null,
    act     text not null,
    path    text not null,
    address text not null
);
create index audit_at on audit (at);
comment on table audit is 'Who looked at what, and who signed in: written before the answer leaves, never changed.';

grant select, insert on account, credential, recovery_code, one_time_link, session, attempt, audit to ${application};
grant update (locked_at) on account to ${application};
grant update (password, totp, totp_step, set_at) on credential to ${application};
grant update (used_at) on recovery_code to ${application};
grant update (used_at, totp) on one_time_link to ${application};
grant update (seen_at, ended_at) on session to ${application};
grant update (failures, last_at), delete on attempt to ${application};
