-- What ID cards of people other than the applicant said, by the name under which the declaration asks of them: me, cha, nu, nam.
alter table drafts add cards jsonb not null default '{}';
