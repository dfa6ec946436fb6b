-- Cases by the day on which the next step is due, those without one at the end; open ones stand first.
create index exception_by_term on exception_case (due_on nulls last, submitted_at, id);
drop index exception_by_due_date;
drop index exception_by_status_due;
