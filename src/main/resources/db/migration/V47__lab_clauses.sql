-- What people said of the difference between a draft and its sources, and when they held a newer text against it.
create table lab_clause_explanation (
    id uuid not null primary key,
    draft_id uuid not null,
    finding varchar(300) not null, -- what is found, with the values in it: other values ask for another explanation
    why varchar(2000) not null,
    explained_at timestamp with time zone not null,
    explained_by varchar(200) not null
);

create index lab_clause_explanation_by_draft on lab_clause_explanation (draft_id);

create table lab_source_reading (
    id uuid not null primary key,
    draft_id uuid not null,
    document varchar(200) not null,
    sha256 varchar(64) not null,
    read_at timestamp with time zone not null,
    read_by varchar(200) not null
);

create index lab_source_reading_by_draft on lab_source_reading (draft_id);

create table lab_source_change (
    reading_id uuid not null references lab_source_reading (id),
    clause varchar(200) not null,
    kind varchar(20) not null,
    primary key (reading_id, clause)
);

grant select, insert on lab_clause_explanation to ${app_user};
grant select, insert on lab_source_reading to ${app_user};
grant select, insert on lab_source_change to ${app_user};
