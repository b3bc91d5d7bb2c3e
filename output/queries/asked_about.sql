-- What did members ask about this indicator, when, and what were they told? Give its code or any of its names.
select date, council, committee, agenda_item, asker, question, answer, answered_by, outcome, page, document_id
from asked_about
where indicator_id in (
  select id from indicators where replace(lower(code), ' ', '') = replace(lower(:indicator), ' ', '') or id = lower(:indicator)
  union
  select indicator_id from indicator_aliases where lower(alias) = lower(:indicator)
)
order by date desc, document_id, start_char
