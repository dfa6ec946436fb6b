-- Letters that were sent. The words that decide stand in the journal; here is what was sent, byte by byte.
create table letter (
    id uuid not null primary key references journal_entry (id),
    dossier uuid not null,
    request_id uuid not null unique, -- the same letter is not sent twice because a button was pressed twice
    sha256 varchar(64) not null,
    bytes integer not null
);

create index letter_by_dossier on letter (dossier, id);

-- The PDF in parts, because H2 keeps at most 1 MB in such a column.
create table letter_document (
    letter_id uuid not null references letter (id),
    part integer not null,
    content bytea not null,
    primary key (letter_id, part)
);

grant select, insert on letter to ${app_user};
grant select, insert on letter_document to ${app_user};
