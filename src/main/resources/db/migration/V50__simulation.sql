-- Simulations of drafts. Nothing is overwritten: how far one is, is how many of its chunks are there.
create table simulation (
    id uuid not null primary key, -- UUIDv7
    draft uuid not null,
    draft_turn integer not null, -- which version of the draft
    type varchar(50) not null,
    population varchar(50) not null,
    judged_from date not null,
    total integer not null,
    chunk_size integer not null,
    started_at timestamp with time zone not null,
    started_by varchar(255) not null
);

create index simulation_by_draft on simulation (draft, id);

-- Which recorded cases a chunk holds, so that a restart goes on with the same ones.
create table simulation_cases (
    simulation uuid not null references simulation (id),
    chunk integer not null,
    content text not null, -- JSON
    primary key (simulation, chunk)
);

create table simulation_chunk (
    simulation uuid not null references simulation (id),
    chunk integer not null,
    done_at timestamp with time zone default current_timestamp not null,
    content text not null, -- JSON
    primary key (simulation, chunk)
);

-- Which program works on it: of two at once one is too late. A claim without a sign of life for a while has lapsed.
create table simulation_claim (
    simulation uuid not null references simulation (id),
    number integer not null,
    program varchar(50) not null,
    claimed_at timestamp with time zone default current_timestamp not null,
    primary key (simulation, number)
);

create table simulation_end (
    simulation uuid not null primary key references simulation (id),
    status varchar(20) not null, -- DONE, CANCELLED or FAILED
    ended_at timestamp with time zone default current_timestamp not null,
    ended_by varchar(255) not null,
    content text not null -- JSON: what was counted over all cases
);

grant select, insert on simulation to ${app_user};
grant select, insert on simulation_cases to ${app_user};
grant select, insert on simulation_chunk to ${app_user};
grant select, insert on simulation_claim to ${app_user};
grant select, insert on simulation_end to ${app_user};
