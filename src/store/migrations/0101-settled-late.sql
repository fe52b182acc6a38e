-- What was overdue at the end of a period long ago is found among what was settled late after it.
create index dossier_facts_settled_late on dossier_facts (office, settled_on) where timeliness = 'late';
