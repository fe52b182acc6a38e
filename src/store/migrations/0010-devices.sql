-- Printers and scanners of a point, what was printed on them, and when something was out of order.

create table devices (
  office text not null,
  device uuid not null,
  point text not null,
  kind text not null check (kind in ('printer', 'scanner')),
  name text not null,
  address text not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (office, device),
  foreign key (office, point) references points
);
create unique index devices_once on devices (office, point, kind, address) where removed_at is null;

-- A wish to print and what became of it; the document itself is held in memory only, and gone with the visit.
create table print_jobs (
  office text not null,
  job uuid not null,
  device uuid not null,
  visit uuid,
  staff uuid,
  what text not null,
  copies int not null,
  phase text,
  reasons text[] not null default '{}',
  problem text,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (office, job),
  foreign key (office, device) references devices (office, device),
  foreign key (office, visit) references visits (office, visit)
);
create index print_jobs_by_id on print_jobs (job);

create table outages (
  office text not null,
  outage uuid not null,
  point text not null,
  device uuid,
  kind text not null,
  note text not null default '',
  -- none when the machine noticed it by itself
  noticed_by uuid,
  began_at timestamptz not null,
  ended_at timestamptz,
  primary key (office, outage),
  foreign key (office, point) references points,
  foreign key (office, device) references devices (office, device)
);
create unique index outages_open_once on outages (office, point, coalesce(device, '00000000-0000-0000-0000-000000000000'), kind) where ended_at is null;
create index outages_by_time on outages (office, point, began_at desc);
