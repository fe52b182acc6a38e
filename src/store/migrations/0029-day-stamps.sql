-- A time stamp of somebody else (RFC 3161) on a day's seal: what was made anew afterwards cannot carry it.

create table day_stamps (
  office text not null,
  day date not null,
  -- TimeStampToken, DER
  token bytea not null,
  stamped_at timestamptz not null,
  primary key (office, day),
  foreign key (office, day) references day_seals (office, day)
);
create trigger day_stamps_are_written_once before update or delete on day_stamps for each statement execute function refuse_change();
