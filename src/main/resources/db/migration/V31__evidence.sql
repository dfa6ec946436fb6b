-- Documents that were handed in for a dossier, and what people said of them. What was handed in stands in the journal;
-- these columns are what is looked up and sorted by.
create table evidence (
    id uuid not null primary key references journal_entry (id),
    dossier uuid not null references decision (id),
    sha256 varchar(64) not null,
    expires_on date
);

create index evidence_by_dossier on evidence (dossier);
create index evidence_by_expiry on evidence (expires_on);

create table evidence_check (
    id uuid not null primary key references journal_entry (id),
    evidence_id uuid not null references evidence (id),
    number integer not null,
    result varchar(20) not null,
    expires_on date,
    unique (evidence_id, number) -- of two people who check at the same time one is too late
);

grant select, insert on evidence to ${app_user};
grant select, insert on evidence_check to ${app_user};
