-- That somebody of an office read the table of retention as it stood and said that it holds there. Until then no papers go by themselves.

create table retention_confirmations (
  office text not null references offices,
  -- SHA-256 of the table: another table has to be confirmed anew
  table_sha256 text not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  primary key (office, table_sha256),
  foreign key (office, confirmed_by) references staff (office, staff)
);

create index deliveries_by_age on deliveries (made_at) where recipient <> '';
create index call_tries_noted on call_tries (at) where words <> '';
create index message_wishes_with_email on message_wishes (office, dossier) where email is not null;
