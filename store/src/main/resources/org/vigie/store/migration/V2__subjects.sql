-- Subjects of data sets are hashes: an index on them is written in no order, which cost half of an import. The accounts
-- of an incident are found through the picture, which holds their subjects; the index knows all other entries.

drop index entry_subject;
create index entry_subject on entry (subject) where kind <> 'incident-reported' or body is null;
comment on index entry_subject is 'Finds what is said of a subject, except open accounts of incidents.';
