-- Outside services that a point offers on its launch page, and which purpose each use counts for.

create table launch_links (
  office text not null,
  link uuid not null,
  point text not null,
  name text not null,
  hint text not null,
  address text not null,
  purpose text not null,
  position int not null,
  removed_at timestamptz,
  primary key (office, link),
  foreign key (office, point) references points
);
create index launch_links_by_point on launch_links (office, point, position) where removed_at is null;

-- What a launch was for, so that each use is counted as a purpose.
alter table visit_services add purpose text;
