-- Requests for exception contracts. What happens to one stands in the journal; here each thing has its number, so that
-- of two people who act at the same time one is too late.
create table exception_turn (
    case_id uuid not null references decision (id),
    turn integer not null,
    entry_id uuid not null unique references journal_entry (id),
    action varchar(40) not null,
    status varchar(20) not null, -- after it
    result varchar(20),
    kind varchar(20) not null,
    primary key (case_id, turn)
);

grant select, insert on exception_turn to ${app_user};

-- Where each case stands, for lists and for what is read besides a next request. It follows from the journal.
create table exception_case (
    id uuid not null primary key references decision (id),
    municipality varchar(10) not null,
    client varchar(400) not null, -- a pseudonym
    contract varchar(100) not null,
    product varchar(100) not null,
    kvk_number varchar(8) not null,
    provider_name varchar(1000) not null,
    amount numeric(18, 2) not null,
    urgent boolean not null,
    as_of date not null,
    reasons varchar(1000) not null, -- why contracted providers could not do it, each followed by a comma
    submitted_at timestamp with time zone not null,
    submitted_by varchar(255) not null,
    kind varchar(20) not null,
    status varchar(20) not null,
    result varchar(20),
    turn integer not null,
    last_decision_id uuid not null references decision (id),
    likeness varchar(64) not null, -- SHA-256 over kind, product, reasons and verdicts
    since timestamp with time zone not null, -- in this status
    result_at timestamp with time zone,
    result_by varchar(255)
);

create index exception_newest on exception_case (submitted_at desc, id desc);
create index exception_by_status on exception_case (status, submitted_at desc, id desc);
create index exception_by_municipality on exception_case (municipality, submitted_at desc, id desc);
create index exception_by_result on exception_case (result, submitted_at desc, id desc);
create index exception_by_provider on exception_case (kvk_number, result);
create index exception_by_likeness on exception_case (likeness, result);

grant select, insert, update on exception_case to ${app_user};
