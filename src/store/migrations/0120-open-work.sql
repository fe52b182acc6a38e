-- Of the work on a dossier it is known whether it goes on: whose the open work of an office is can be told from an index, without a look at the dossiers.
alter table dossier_work add column open boolean not null default false;
update dossier_work set open = true from dossier_list list
  where list.office = dossier_work.office and list.dossier = dossier_work.dossier
    and list.status in ('lodged', 'accepted', 'processing', 'supplement-requested', 'fee-due');
create index dossier_work_open on dossier_work (office) include (owner, asked) where open;
