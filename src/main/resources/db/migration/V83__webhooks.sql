-- What municipalities are told of requests for exception contracts, and whether their systems took it.
create table webhook_event (
    id uuid not null primary key, -- the same for every try, so that a receiver can tell a repetition
    municipality varchar(10) not null, -- that is told
    case_id uuid not null references decision (id),
    turn integer not null,
    body text not null,
    status varchar(20) not null, -- WAITING, SENDING, DELIVERED, FAILED
    attempts integer not null, -- since it last started to wait
    claims bigint not null, -- how often a sender took it; names the claim that a sender holds
    due_at timestamp with time zone not null, -- not to be tried before
    created_at timestamp with time zone not null,
    claimed_at timestamp with time zone,
    ended_at timestamp with time zone,
    reason varchar(1000)
);

create index webhook_event_due on webhook_event (status, due_at, id);
create index webhook_event_newest on webhook_event (created_at desc, id desc);

grant select, insert, update on webhook_event to ${app_user};
