-- Plain SQL that H2 and PostgreSQL both understand.

create table rule_book (
    version varchar(100) not null primary key,
    hash varchar(64) not null unique,
    valid_from date not null,
    sealed_at timestamp with time zone not null,
    content bytea not null -- zip
);

create table import_job (
    id uuid not null primary key,
    file_name varchar(255) not null,
    started_at timestamp with time zone not null,
    started_by varchar(255) not null,
    finished_at timestamp with time zone,
    status varchar(20) not null,
    applications integer not null,
    done integer not null,
    recorded integer not null,
    repeated integer not null,
    errors text not null, -- JSON
    outcomes text not null, -- JSON
    decided text not null -- JSON: number in the file and id of the decision
);

-- What lists show and filter by; narrow, so that counting a hundred thousand rows stays cheap.
create table decision (
    id uuid not null primary key,
    first_id uuid not null references decision (id), -- round one; itself for a first decision
    previous_id uuid references decision (id),
    round integer not null,
    type varchar(50) not null,
    outcome varchar(50) not null,
    contract varchar(100),
    applicant_name varchar(1000),
    kvk_number varchar(20),
    products integer not null,
    unsettled varchar(4000) not null, -- ids of criteria, each followed by a comma
    as_of date not null,
    recorded_at timestamp with time zone not null,
    recorded_by varchar(255) not null,
    rule_book_version varchar(100) not null references rule_book (version),
    rule_book_hash varchar(64) not null,
    engine_version varchar(100) not null,
    engine_build varchar(100) not null,
    input_hash varchar(64) not null,
    import_id uuid references import_job (id),
    application_key varchar(100)
);

create index decision_newest on decision (recorded_at desc, id desc);
create index decision_by_type on decision (type, recorded_at desc, id desc);
create index decision_by_outcome on decision (outcome, recorded_at desc, id desc);
create index decision_by_contract on decision (contract, recorded_at desc, id desc);
create index decision_by_kvk_number on decision (kvk_number);
create index decision_by_import on decision (import_id);
create index decision_by_application_key on decision (application_key);
create index decision_rounds on decision (first_id, round);

-- The words of a decision, exactly as they were: JSON.
create table decision_document (
    decision_id uuid not null primary key references decision (id),
    request text not null,
    context text not null,
    decision text not null -- in Dutch
);

-- First answers to calls that carried an Idempotency-Key.
create table idempotent_answer (
    username varchar(255) not null,
    idempotency_key varchar(255) not null,
    request_hash varchar(64) not null,
    created_at timestamp with time zone not null,
    status integer not null,
    location varchar(1000),
    language varchar(10) not null,
    body text not null,
    primary key (username, idempotency_key)
);

create index idempotent_answer_by_age on idempotent_answer (created_at);
