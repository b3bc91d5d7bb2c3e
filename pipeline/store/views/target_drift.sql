-- Where a report gives an indicator another target than the report before it, or names it in other words: each with
-- the place in both reports. Reports of the same council and committee, by date; a report that gives an indicator
-- several targets or several names is not compared.
with told as materialized (
  select
    coalesce(scorecard_rows.indicator_id, 'code ' || scorecard_rows.code) as measure,
    scorecard_rows.*,
    documents.council, documents.committee, documents.date,
    (
      select max(figures.period) from figures
      where figures.scorecard_row_id = scorecard_rows.id and figures.text = scorecard_rows.latest_text
    ) as period,
    lower(replace(replace(replace(scorecard_rows.indicator, ' ', ''), '-', ''), '’', '''')) as wording
  from scorecard_rows
  join documents on documents.id = scorecard_rows.document_id
  where scorecard_rows.indicator is not null and documents.date is not null
),
single as materialized (
  select min(id) as id, document_id, measure from told
  group by document_id, measure
  having count(distinct wording) = 1 and count(distinct target) <= 1 and count(distinct unit) <= 1
),
rows_of as materialized (
  select
    told.*,
    coalesce(
      (select max(target) from told as also where also.document_id = told.document_id and also.measure = told.measure),
      told.target
    ) as aim
  from told
  join single on single.id = told.id
),
pairs as (
  select
    id,
    lag(id) over (
      partition by council, committee, measure order by date, coalesce(period, ''), document_id
    ) as before_id
  from rows_of
)
select
  case when later.aim != earlier.aim then 'target' else 'wording' end as finding,
  later.indicator_id,
  coalesce(indicators.code, later.code) as code,
  later.indicator,
  later.council,
  later.committee,
  later.unit,
  later.period,
  later.aim as value,
  case when later.aim != earlier.aim then later.target_text else later.indicator end as text,
  later_passages.text as quote,
  later.date,
  later.document_id,
  later.page,
  later.start_char,
  earlier.period as other_period,
  earlier.aim as other_value,
  case when later.aim != earlier.aim then earlier.target_text else earlier.indicator end as other_text,
  earlier_passages.text as other_quote,
  earlier.date as other_date,
  earlier.document_id as other_document_id,
  earlier.page as other_page,
  earlier.start_char as other_start_char
from pairs
join rows_of as later on later.id = pairs.id
join rows_of as earlier on earlier.id = pairs.before_id
left join indicators on indicators.id = later.indicator_id
left join passages as later_passages on later_passages.id = later.passage_id
left join passages as earlier_passages on earlier_passages.id = earlier.passage_id
where later.document_id != earlier.document_id
  and (
    (later.aim != earlier.aim and later.unit is earlier.unit)
    or later.wording != earlier.wording
  )
