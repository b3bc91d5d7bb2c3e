-- What was promised, and did it ever come back? Overdue and silent promises first; name a committee or leave it empty.
select status, date, committee, promise, owner, due, due_date, age_days, evidence_date, evidence, evidence_reason, document_id
from promises
where status in ('overdue', 'silent', 'open', 'repeated', 'reported')
  and same_as is null
  and instr(lower(coalesce(committee, '')), lower(coalesce(:committee, '')))
order by case status when 'overdue' then 0 when 'silent' then 1 when 'open' then 2 else 3 end, date
