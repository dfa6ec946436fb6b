-- Changes of policy that people ask for (number 0) and the answers to them; the words stand in the journal.
create table change_request (
    request uuid not null,
    number integer not null,
    entry_id uuid not null unique references journal_entry (id),
    primary key (request, number)
);

grant select, insert on change_request to ${app_user};
