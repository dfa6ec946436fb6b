-- Who is contracted for what. A change is a new version; nothing is overwritten.
create table contracting_version (
    id uuid not null primary key references journal_entry (id),
    contracting_id uuid not null references contracting_version (id), -- version one; itself for a first version
    version integer not null,
    kvk_number varchar(8) not null,
    name varchar(1000) not null,
    name_key varchar(1000) not null, -- in lower case
    contract varchar(100) not null,
    product varchar(100) not null,
    revision integer not null, -- counts the versions of this provider, contract and product: of two at once one is too late
    starts_on date not null,
    ends_on date,
    municipalities varchar(1000), -- codes, each between commas; null for all
    places varchar(4000) not null, -- one a line
    capacity integer,
    stop_from date,
    stop_to date,
    holds_from date not null, -- from when this version holds, and no longer the ones before it
    origin varchar(20) not null,
    origin_decision uuid,
    origin_dossier uuid,
    origin_file varchar(255),
    recorded_at timestamp with time zone not null,
    recorded_by varchar(255) not null,
    reason varchar(4000),
    unique (contracting_id, version),
    unique (kvk_number, contract, product, revision)
);

create index contracting_by_name on contracting_version (name_key, contract, product, contracting_id);
create index contracting_by_contract on contracting_version (contract, product, name_key, contracting_id);
create index contracting_by_product on contracting_version (product, name_key, contract, contracting_id);

grant select, insert on contracting_version to ${app_user};
