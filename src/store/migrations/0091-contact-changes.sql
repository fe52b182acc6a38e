-- A new address of e-mail or telephone that somebody wants for their account, until they prove by a code that it is theirs.
create table contact_changes (
  account uuid not null references accounts on delete cascade,
  what text not null check (what in ('email', 'phone')),
  recipient text not null,
  code_hash bytea not null,
  asked_at timestamptz not null,
  primary key (account, what)
);
create index contact_changes_by_time on contact_changes (asked_at);
