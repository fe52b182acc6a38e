-- What goes along with a letter: a report of figures as a PDF. Kept as long as the letter's words.

create table delivery_files (
  office text not null,
  delivery uuid not null,
  name text not null,
  type text not null,
  bytes bytea not null,
  primary key (office, delivery, name),
  foreign key (office, delivery) references deliveries
);
