-- Applications that people are filling in. No records: they can be changed and thrown away.
create table application_draft (
    id uuid not null primary key,
    username varchar(255) not null,
    content text not null, -- JSON
    started_at timestamp with time zone not null,
    saved_at timestamp with time zone not null
);

create index application_draft_by_username on application_draft (username, saved_at);
create index application_draft_by_age on application_draft (saved_at);

grant select, insert, update, delete on application_draft to ${app_user};
