-- From when to when the machine of a point was heard from. It says so once a minute while a page is open on it; who sits in front of it is not kept.

create table machine_hearings (
  office text not null,
  machine uuid not null,
  began_at timestamptz not null,
  point text not null,
  last_at timestamptz not null,
  primary key (office, machine, began_at),
  foreign key (office, machine) references point_machines,
  check (last_at >= began_at)
);
create index machine_hearings_by_point on machine_hearings (office, point, began_at);
