-- Citizens' accounts belong to the hub, not to an office: a person files with many. Their key is random.

create table accounts (
  account uuid primary key,
  identity_number text not null unique,
  name text not null,
  phone text not null default '',
  birth_date date,
  sex text check (sex in ('male', 'female')),
  address text not null default '',
  issued_on date,
  secret_hash text not null,
  created_at timestamptz not null
);

-- A session is known by the hash of its cookie; whose it is decides what it may do.
create table sessions (
  token_hash bytea primary key,
  kind text not null check (kind in ('citizen', 'staff', 'guest')),
  account uuid,
  office text,
  staff uuid,
  -- a password was right, the second factor is still owed
  second_factor_owed boolean not null default false,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_expiry on sessions (expires_at);

-- Wrong secrets, counted by what was tried (a hash: no identity number or slip code stands here), so that guessing stops for a while.
create table attempts (
  subject bytea primary key,
  failures int not null,
  last_at timestamptz not null
);

create table partner_tokens (
  token uuid primary key,
  name text not null,
  token_hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
