-- Every event carries the hash of the one before in its dossier, and every day gets a seal over all of them: what is changed afterwards shows.
-- The hash is made here, so that no way of writing an event goes round it; `cli audit verify` counts it again by itself.

alter table dossier_events add prev_sha256 text, add sha256 text;

create function event_hash(prev text, event dossier_events) returns text language sql stable as $$
  select encode(sha256(convert_to(concat_ws(E'\n', coalesce(prev, ''), event.office, event.dossier::text, event.sequence::text,
    to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), event.actor::text, event.key, event.type, event.data::text), 'UTF8')), 'hex')
$$;

create function chain_event() returns trigger language plpgsql as $$
begin
  select sha256 into new.prev_sha256 from dossier_events
    where office = new.office and dossier = new.dossier and sequence = new.sequence - 1;
  new.sha256 := event_hash(new.prev_sha256, new);
  return new;
end $$;

alter table dossier_events disable trigger dossier_events_are_written_once;
do $$
declare
  event dossier_events;
  before text;
begin
  for event in select * from dossier_events order by office, dossier, sequence loop
    select sha256 into before from dossier_events where office = event.office and dossier = event.dossier and sequence = event.sequence - 1;
    update dossier_events set prev_sha256 = before, sha256 = event_hash(before, event)
      where office = event.office and dossier = event.dossier and sequence = event.sequence;
  end loop;
end $$;
alter table dossier_events enable trigger dossier_events_are_written_once;
alter table dossier_events alter sha256 set not null;
create trigger dossier_events_are_chained before insert on dossier_events for each row execute function chain_event();

create index dossier_events_by_time on dossier_events (office, at);
create index access_log_by_time on access_log (office, at);
create trigger access_log_is_written_once before update or delete on access_log for each statement execute function refuse_change();

create table day_seals (
  office text not null references offices,
  -- the day at the office
  day date not null,
  events int not null,
  events_root text not null,
  accesses int not null,
  accesses_root text not null,
  prev text,
  seal text not null,
  sealed_at timestamptz not null,
  primary key (office, day)
);
create trigger day_seals_are_written_once before update or delete on day_seals for each statement execute function refuse_change();
