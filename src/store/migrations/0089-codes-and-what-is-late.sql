-- The order of codes is that of their bytes in the index and in its statistics: otherwise the planner believes that few codes begin so, reads all of them and sorts.
drop index dossier_list_by_code;
create index dossier_list_by_code on dossier_list (office, (substring(dossier_code from '-.*$') collate "C")) where dossier_code is not null;

-- What was late is one dossier in twelve, and asked for most: leaders open that figure.
create index dossier_facts_late on dossier_facts (office, received_on, dossier) where timeliness = 'late';
