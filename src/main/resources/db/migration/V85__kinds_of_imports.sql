-- What an import is of, so that somebody whose last file with indications failed is told so after a restart too.
alter table import_job add column kind varchar(20) default 'APPLICATIONS' not null;

create index import_job_of on import_job (started_by, kind, started_at);
