-- By which way somebody is told of their dossier, as their receipt says it: written once, with the event of the receipt, so that it is printed the same again.
create table slip_news (
  office text not null,
  dossier uuid not null,
  sequence int not null,
  words text not null,
  primary key (office, dossier, sequence),
  foreign key (office, dossier) references dossiers
);
