-- Reports that somebody at work wants by e-mail, month by month or quarter by quarter. The mail says only where the report stands; to read it one signs in.

create table report_subscriptions (
  office text not null,
  subscription uuid not null,
  staff uuid not null,
  report text not null,
  rhythm text not null check (rhythm in ('month', 'quarter')),
  email text not null,
  -- of what the letter brings that asks whether the address is theirs
  token_hash bytea not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  primary key (office, subscription),
  foreign key (office, staff) references staff (office, staff)
);
create index report_subscriptions_by_staff on report_subscriptions (office, staff) where ended_at is null;
create index report_subscriptions_running on report_subscriptions (confirmed_at) where confirmed_at is not null and ended_at is null;

-- A message may be about no dossier.
alter table notices alter column dossier drop not null;
alter table deliveries alter column dossier drop not null;
