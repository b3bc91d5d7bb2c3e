-- Indicators that reports rate red for three quarters running and that minutes of the council do not ask about from
-- the start of the first of these quarters on. A row's quarter is that of its latest value; where it gives the rating
-- before as well, that is the quarter before. Each with the first and the last red row.
with rated as materialized (
  select
    scorecard_rows.*, documents.council, documents.committee, documents.date,
    coalesce((
      select max(figures.period) from figures
      where figures.scorecard_row_id = scorecard_rows.id and figures.role = 'actual'
        and figures.text = scorecard_rows.latest_text and figures.period glob '????/?? Q[1-4]'
    ), case when documents.period glob '????/?? Q[1-4]' then documents.period end) as period
  from scorecard_rows
  join documents on documents.id = scorecard_rows.document_id
  where scorecard_rows.indicator_id is not null
    and (scorecard_rows.rag = 'red' or scorecard_rows.rag_previous = 'red')
),
reds as materialized (
  select *, 4 * cast(substr(period, 1, 4) as integer) + cast(substr(period, 10, 1) as integer) - 1 as quarter
  from rated
  where rag = 'red' and period is not null
  union all
  select *, 4 * cast(substr(period, 1, 4) as integer) + cast(substr(period, 10, 1) as integer) - 2
  from rated
  where rag_previous = 'red' and period is not null
),
each_red as materialized (
  select min(id) as id, council, indicator_id, quarter from reds group by council, indicator_id, quarter
),
runs as (
  select third.council, third.indicator_id, third.quarter, third.id as last_id, first.id as first_id
  from each_red as third
  join each_red as second
    on second.council is third.council and second.indicator_id = third.indicator_id and second.quarter = third.quarter - 1
  join each_red as first
    on first.council is third.council and first.indicator_id = third.indicator_id and first.quarter = third.quarter - 2
  where not exists (
    select 1 from each_red as later
    where later.council is third.council and later.indicator_id = third.indicator_id
      and later.quarter = third.quarter + 1
  )
)
select
  'red' as finding,
  runs.indicator_id,
  indicators.code,
  indicators.name as indicator,
  runs.council,
  last.committee,
  last.unit,
  last.period,
  last.latest as value,
  last.latest_text as text,
  last_passages.text as quote,
  last.date,
  last.document_id,
  last.page,
  last.start_char,
  first.period as other_period,
  first.latest as other_value,
  first.latest_text as other_text,
  first_passages.text as other_quote,
  first.date as other_date,
  first.document_id as other_document_id,
  first.page as other_page,
  first.start_char as other_start_char
from runs
join indicators on indicators.id = runs.indicator_id
join rated as last on last.id = runs.last_id
join rated as first on first.id = runs.first_id
left join passages as last_passages on last_passages.id = last.passage_id
left join passages as first_passages on first_passages.id = first.passage_id
where not exists (
  select 1 from question_indicators
  join questions on questions.id = question_indicators.question_id
  join documents on documents.id = questions.document_id
  where question_indicators.indicator_id = runs.indicator_id and documents.council is runs.council
    and documents.date >= date(
      ((runs.quarter - 2) / 4) || '-04-01', '+' || (3 * ((runs.quarter - 2) % 4)) || ' months'
    )
)
