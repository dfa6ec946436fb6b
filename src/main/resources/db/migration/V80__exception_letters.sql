-- Letters that an act on a request for an exception contract asks for: ordered together with the act, written after it.
create table case_letter (
    id uuid not null primary key,
    case_id uuid not null references decision (id),
    turn integer not null, -- the act that asked for it
    kind varchar(40) not null,
    ordered_at timestamp with time zone not null,
    ordered_by varchar(255) not null,
    written boolean not null,
    due_at timestamp with time zone not null, -- not to be written before
    letter_id uuid references letter (id), -- once it is written
    unique (case_id, turn, kind)
);

create index case_letter_due on case_letter (written, due_at, id);

grant select, insert, update on case_letter to ${app_user};

-- A mail can wait for a letter that is still to be written, can bring no letter at all, and can lack an address.
alter table outbox_mail alter column letter_id drop not null;
alter table outbox_mail alter column recipient_address drop not null;
alter table outbox_mail alter column file_name drop not null;
alter table outbox_mail add column case_letter_id uuid references case_letter (id);

create index outbox_mail_by_dossier on outbox_mail (dossier, created_at, id);
create index outbox_mail_by_case_letter on outbox_mail (case_letter_id);
