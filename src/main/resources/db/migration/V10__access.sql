-- Who looked at which dossier, and which attempts were refused. The program can only add.

create table dossier_view (
    id bigint generated always as identity primary key,
    seen_at timestamp with time zone not null,
    username varchar(255) not null,
    role varchar(30) not null,
    kind varchar(50) not null,
    dossier_id varchar(100) not null
);

create index dossier_view_newest on dossier_view (seen_at desc, id desc);
create index dossier_view_by_dossier on dossier_view (dossier_id, seen_at desc, id desc);
create index dossier_view_by_username on dossier_view (username, seen_at desc, id desc);

grant select, insert on dossier_view to ${app_user};

create table refused_attempt (
    id bigint generated always as identity primary key,
    refused_at timestamp with time zone not null,
    username varchar(255),
    known boolean not null,
    method varchar(10) not null,
    path varchar(255) not null,
    address varchar(50) not null,
    reason varchar(30) not null
);

create index refused_attempt_newest on refused_attempt (refused_at desc, id desc);
create index refused_attempt_by_username on refused_attempt (username, refused_at desc, id desc);

grant select, insert on refused_attempt to ${app_user};

-- The sessions of people who are logged in, shared by all instances; the names are those of Spring Session.

create table spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval integer not null,
    expiry_time bigint not null,
    principal_name varchar(255)
);

create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

grant select, insert, update, delete on spring_session to ${app_user};

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

grant select, insert, update, delete on spring_session_attributes to ${app_user};
