-- Mails that wait, and what became of them.
create table outbox_mail (
    id uuid not null primary key,
    letter_id uuid not null references letter (id),
    dossier uuid not null,
    recipient_name varchar(1000) not null,
    recipient_address varchar(320) not null,
    subject varchar(1000) not null,
    body text not null,
    file_name varchar(255) not null,
    message_id varchar(255) not null unique,
    status varchar(20) not null, -- WAITING, SENDING, SENT, FAILED, UNCERTAIN
    attempts integer not null, -- since it last started to wait
    claims bigint not null, -- how often a sender took it; names the claim that a sender holds
    due_at timestamp with time zone not null, -- not to be tried before
    created_at timestamp with time zone not null,
    claimed_at timestamp with time zone,
    ended_at timestamp with time zone,
    reason varchar(1000)
);

create index outbox_mail_due on outbox_mail (status, due_at, id);
create index outbox_mail_newest on outbox_mail (created_at desc, id desc);
create index outbox_mail_by_letter on outbox_mail (letter_id);

grant select, insert, update on outbox_mail to ${app_user};
