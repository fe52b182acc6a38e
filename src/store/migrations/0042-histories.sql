-- An office whose past is being written down (a scenario, papers of the time before): its days are sealed only once it is whole.

create table histories (
  office text primary key references offices,
  begun_at timestamptz not null,
  done_at timestamptz
);
