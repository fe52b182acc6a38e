-- Each time that a message was handed over: when, and what was answered. One without an end was broken off, so that nobody knows whether it arrived; the try
-- after it carries the same key (of letters the Message-ID), by which the other side can tell a double.
create table delivery_tries (
  office text not null,
  delivery uuid not null,
  claim uuid not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  sent boolean,
  error text,
  primary key (office, delivery, claim),
  foreign key (office, delivery) references deliveries
);
