-- Which browsers stand at which point: a helper says so once, on the machine itself. Elsewhere only the point's own network counts as being there.

create table point_machines (
  office text not null,
  machine uuid not null,
  point text not null,
  token_hash bytea not null unique,
  added_by uuid not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (office, machine),
  foreign key (office, point) references points,
  foreign key (office, added_by) references staff (office, staff)
);
