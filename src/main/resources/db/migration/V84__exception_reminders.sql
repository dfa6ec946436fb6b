-- Which last days of requests for exception contracts were reminded of, so that each is once.
create table exception_reminder (
    case_id uuid not null references decision (id),
    due_on date not null,
    reminded_at timestamp with time zone not null,
    primary key (case_id, due_on)
);

grant select, insert on exception_reminder to ${app_user};
