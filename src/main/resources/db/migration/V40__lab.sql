-- Drafts of rule books. What happened to one stands in the journal; here each thing has its number, so that of two
-- people who change a draft at the same time one is too late.
create table lab_turn (
    draft uuid not null,
    turn integer not null,
    entry_id uuid not null unique references journal_entry (id),
    primary key (draft, turn)
);

-- Whole rule books that drafts start from, where that is not a published one.
create table lab_content (
    hash varchar(64) not null primary key,
    content bytea not null -- zip
);

grant select, insert on lab_turn to ${app_user};
grant select, insert on lab_content to ${app_user};

-- Rule books that were published and withdrawn before they held.
create table rule_book_withdrawal (
    version varchar(100) not null primary key references rule_book (version),
    entry_id uuid not null unique references journal_entry (id)
);

grant select, insert on rule_book_withdrawal to ${app_user};
