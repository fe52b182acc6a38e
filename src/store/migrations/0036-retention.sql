-- What goes when its time is over, what is held back, and the report of what went.

-- Finished dossiers whose papers are still there, and since when their time runs. Made from the log like every view.
create table papers_due (
  office text not null,
  dossier uuid not null,
  ended_at timestamptz not null,
  primary key (office, dossier)
);
create index papers_due_by_end on papers_due (ended_at);
insert into papers_due
  select office, dossier, min(at) from dossier_events
  where type in ('declined', 'withdrawn', 'stopped', 'handed-over')
    and exists (select 1 from dossier_files where dossier_files.office = dossier_events.office and dossier_files.dossier = dossier_events.dossier)
  group by office, dossier;

-- Somebody complains: nothing of the dossier goes until that is settled.
create table legal_holds (
  office text not null,
  hold uuid not null,
  dossier uuid not null,
  reason text not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (office, hold),
  foreign key (office, dossier) references dossiers,
  foreign key (office, begun_by) references staff (office, staff),
  foreign key (office, ended_by) references staff (office, staff),
  check ((ended_by is null) = (ended_at is null))
);
create unique index legal_holds_once on legal_holds (office, dossier) where ended_at is null;

-- How many of a kind went on a day, and from before when they were. No personal data. '*' is what belongs to no office: sessions, files on their way.
create table retention_reports (
  office text not null,
  day date not null,
  kind text not null,
  until timestamptz not null,
  count int not null,
  last_at timestamptz not null,
  primary key (office, day, kind)
);

create index feedback_by_voice on feedback (voice_sha256) where voice_sha256 is not null;
create index mandates_by_signature on mandates ((proof->>'sha256')) where proof->>'sha256' is not null;
create index visits_named on visits (ended_at) where visitor_name is not null;
create index drafts_by_lodged on drafts (lodged_office, lodged_dossier) where lodged_dossier is not null;
