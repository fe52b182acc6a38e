-- A wish to scan and what became of it. Pages for a paper go to its draft one by one; those of a photocopy are held in memory only, and printed.

create table scan_jobs (
  office text not null,
  job uuid not null,
  device uuid not null,
  visit uuid,
  staff uuid,
  -- the paper that it is for; none for a photocopy
  draft uuid,
  paper text,
  copies int,
  phase text,
  pages int not null default 0,
  -- what was said of pages that could not be taken
  refused text[] not null default '{}',
  problem text,
  -- the printing of a photocopy
  print_job uuid,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (office, job),
  foreign key (office, device) references devices (office, device),
  foreign key (office, visit) references visits (office, visit)
);
create index scan_jobs_by_id on scan_jobs (job);
