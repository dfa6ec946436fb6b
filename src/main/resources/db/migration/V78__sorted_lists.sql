-- The name of the applicant as lists sort by it, in lower case.
alter table decision add column applicant_sort varchar(1000);

update decision set applicant_sort = lower(applicant_name);

-- A list of one type in any order is read from the index, and stops at the end of its page.
create index decision_by_age on decision (type, recorded_at, id);
create index decision_by_applicant on decision (type, applicant_sort, recorded_at desc, id desc);
create index decision_by_applicant_descending on decision (type, applicant_sort desc, recorded_at desc, id desc);
create index decision_by_as_of on decision (type, as_of, recorded_at desc, id desc);
create index decision_by_as_of_descending on decision (type, as_of desc, recorded_at desc, id desc);
