-- Keys that sign: each leader's own, or one of the office for whoever signs; in a file's contents here, or on a token (PKCS#11) by its labels.

create table signing_keys (
  office text not null references offices,
  key uuid not null,
  -- whose it is; none for the office's
  staff uuid,
  name text not null,
  kind text not null check (kind in ('file', 'token')),
  private_key bytea,
  certificate bytea not null,
  chain bytea[] not null,
  token_label text,
  key_label text,
  added_at timestamptz not null,
  retired_at timestamptz,
  primary key (office, key),
  foreign key (office, staff) references staff (office, staff),
  check ((kind = 'file') = (private_key is not null)),
  check ((kind = 'token') = (token_label is not null and key_label is not null))
);
create index signing_keys_by_staff on signing_keys (office, staff) where retired_at is null;

-- a key that was entered for a leader by name becomes that leader's own, where the name is one person's
insert into signing_keys (office, key, staff, name, kind, private_key, certificate, chain, added_at)
  select signer.office, signer.signer,
    (select case when count(*) = 1 then (array_agg(staff.staff))[1] end from staff
      where staff.office = signer.office and staff.name = signer.name and staff.role = 'leader'),
    signer.name, 'file', signer.private_key, signer.certificate, signer.chain, signer.created_at
  from office_signers signer;
drop table office_signers;
