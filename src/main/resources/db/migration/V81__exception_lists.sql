-- The last cases that are like another, of one result.
create index exception_like_newest on exception_case (likeness, result, result_at desc, id desc);
drop index exception_by_likeness;

-- Open cases, those that are due first before the others, and the figures of a year.
create index exception_by_status_due on exception_case (status, due_on, submitted_at, id);
create index exception_by_result_time on exception_case (result_at, id);
