-- Plain SQL that H2 and PostgreSQL both understand. What the program itself may do is what is granted here:
-- it can add to the register, and never change, delete or empty it.

create table rule_book (
    version varchar(100) not null primary key,
    hash varchar(64) not null unique,
    valid_from date not null,
    sealed_at timestamp with time zone not null,
    content bytea not null -- zip
);

grant select, insert on rule_book to ${app_user};

-- Everything that was recorded, one entry each, whatever it is.
create table journal_entry (
    id uuid not null primary key, -- UUIDv7
    kind varchar(40) not null,
    dossier uuid, -- the first decision of the dossier that it belongs to
    recorded_at timestamp with time zone not null,
    recorded_by varchar(255) not null,
    digest varchar(64) not null -- SHA-256 over the salt, the columns above and the content
);

create index journal_entry_by_time on journal_entry (recorded_at, id);
create index journal_entry_by_dossier on journal_entry (dossier, recorded_at, id);

-- The words of an entry, exactly as they were. Apart, so that retention can remove them, and their salt with them,
-- while the chain still verifies.
create table journal_content (
    entry_id uuid not null primary key references journal_entry (id),
    salt varchar(32) not null,
    content text not null -- JSON
);

-- Each seal closes a batch of entries and the seal before it.
create table journal_seal (
    number bigint not null primary key,
    previous varchar(64) not null,
    entries integer not null,
    sealed_at timestamp with time zone not null,
    hash varchar(64) not null
);

create table journal_sealed (
    entry_id uuid not null primary key references journal_entry (id),
    seal bigint not null references journal_seal (number),
    place integer not null,
    unique (seal, place)
);

grant select, insert on journal_entry to ${app_user};
grant select, insert on journal_content to ${app_user};
grant select, insert on journal_seal to ${app_user};
grant select, insert on journal_sealed to ${app_user};

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

grant select, insert, update on import_job to ${app_user};

-- What lists show and filter by; narrow, so that counting a hundred thousand rows stays cheap. The words stand in the
-- journal, from which every column here follows.
create table decision (
    id uuid not null primary key references journal_entry (id),
    first_id uuid not null references decision (id), -- round one; itself for a first decision
    previous_id uuid unique references decision (id), -- once: of two rounds at the same time one is too late
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

grant select, insert on decision to ${app_user};

-- What moved a dossier on, from the first decision (0): rounds, determinations and second readings, numbered, so that
-- two at the same time collide.
create table dossier_turn (
    dossier uuid not null references decision (id),
    turn integer not null,
    entry_id uuid not null unique references journal_entry (id),
    primary key (dossier, turn)
);

grant select, insert on dossier_turn to ${app_user};

-- What a person decided on a recorded decision, and what a second reader said of it.
create table determination (
    id uuid not null primary key references journal_entry (id),
    decision_id uuid not null references decision (id),
    attempt integer not null, -- another one only after a second reader disagreed
    second_reader boolean not null, -- whether it holds only when another person agrees
    unique (decision_id, attempt)
);

create table determination_product (
    determination_id uuid not null references determination (id),
    code varchar(100) not null,
    proposed varchar(50) not null,
    outcome varchar(50) not null,
    primary key (determination_id, code)
);

create table determination_reading (
    id uuid not null primary key references journal_entry (id),
    determination_id uuid not null unique references determination (id),
    agreed boolean not null
);

grant select, insert on determination to ${app_user};
grant select, insert on determination_product to ${app_user};
grant select, insert on determination_reading to ${app_user};

-- Findings that a person may have to judge, by what decides them, so that like cases are found.
create table like_finding (
    decision_id uuid not null references decision (id),
    criterion varchar(100) not null,
    subject varchar(200) not null,
    likeness varchar(64) not null, -- SHA-256 over the deciding facts without dates and numbers
    sameness varchar(64) not null, -- SHA-256 over the deciding facts
    verdict varchar(20) not null,
    answer varchar(20) not null, -- what a person made of it
    primary key (decision_id, criterion, subject)
);

create index like_finding_by_likeness on like_finding (criterion, likeness);

grant select, insert on like_finding to ${app_user};

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

grant select, insert, update, delete on idempotent_answer to ${app_user};
