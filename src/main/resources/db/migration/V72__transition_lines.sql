-- The lines of a large plan for running indications, some hundreds a row. The decision in the journal holds their SHA-256.
create table transition_lines (
    decision_id uuid not null references decision (id),
    chunk integer not null,
    lines integer not null,
    content bytea not null, -- JSON, gzipped
    primary key (decision_id, chunk)
);

grant select, insert on transition_lines to ${app_user};
