-- What people established about coverage; what they said stands in the journal.
create table coverage_establishment (
    entry_id uuid not null primary key references journal_entry (id),
    contract varchar(100) not null
);

create index coverage_establishment_by_contract on coverage_establishment (contract, entry_id);

grant select, insert on coverage_establishment to ${app_user};
