-- All that the list of applications counts and searches by, so that doing so reads this index and not the rows.
create index decision_list on decision
    (type, contract, outcome, unsettled, kvk_number, applicant_name, recorded_at, id);
