-- Who receives dossiers, where the support points stand, and who works there. Every row that belongs to an office carries it first in its key.

create table offices (
  office text primary key,
  name text not null,
  kind text not null,
  -- the unit of today's list (two levels since 2025-07-01) that it serves
  province text not null,
  commune text not null,
  -- first part of the dossier code, 000.zz.yy.H32
  identifier text not null,
  address text not null,
  phone text not null default '',
  practice boolean not null,
  created_at timestamptz not null
);

create table points (
  office text not null references offices,
  point text not null,
  name text not null,
  place text not null,
  opened_on date not null,
  primary key (office, point)
);

create table staff (
  office text not null references offices,
  staff uuid not null,
  username text not null,
  name text not null,
  title text not null,
  role text not null check (role in ('helper', 'officer', 'leader', 'admin')),
  secret_hash text not null,
  totp_secret text,
  -- the last time step that was used, so that a code works once (RFC 6238, 5.2)
  totp_last_step bigint not null default 0,
  created_at timestamptz not null,
  disabled_at timestamptz,
  primary key (office, staff),
  unique (office, username)
);
create index staff_by_username on staff (username);

-- The key that signs an office's results, DER: PKCS#8, the certificate and the chain above it.
create table office_signers (
  office text not null references offices,
  signer uuid not null,
  name text not null,
  private_key bytea not null,
  certificate bytea not null,
  chain bytea[] not null,
  created_at timestamptz not null,
  primary key (office, signer)
);
