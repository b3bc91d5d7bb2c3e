-- Where a report gives an indicator another target than the report before it, or names it in other words: each with
-- the place in both reports. Reports of the same council and committee, by date; a report that gives an indicator
-- several targets or several names is not compared.
with told as materialized (
  select
    coalesce(scorecard_rows.indicator_id, 'code ' || scorecard_rows.code) as measure,
    scorecard_rows.*,
    documents.council, documents.committee, documents.date,
    coalesce((
      select max(figures.period) from figures
      where figures.scorecard_row_id = scorecard_rows.id and figures.text = scorecard_rows.latest_text
    ), documents.period) as period,
    lower(replace(replace(replace(scorecard_rows.indicator, ' ', ''), '-', ''), '’', '''')) as wording
  from scorecard_rows
  join documents on documents.id = scorecard_rows.document_id
  where scorecard_rows.indicator is not null and documents.date is not null
),
single as materialized (
  select min(id) as id, max(target) as aim from told
  group by document_id, measure
  having count(distinct wording) = 1 and count(distinct target) <= 1 and count(distinct unit) <= 1
),
rows_of as materialized (
  select told.*, single.aim
  from told
  join single on single.id = told.id
),
later as materialized (
  select
    *,
    lag(id) over reports as before_id,
    lag(aim) over reports as before_aim,
    lag(wording) over reports as before_wording,
    lag(date) over reports as before_date,
    lag(period) over reports as before_period
  from rows_of
  window reports as (partition by council, committee, measure order by date, coalesce(period, ''), document_id)
)
select
  case when later.aim != later.before_aim then 'target' else 'wording' end as finding,
  later.indicator_id,
  coalesce(indicators.code, later.code) as code,
  later.indicator,
  later.council,
  later.committee,
  later.unit,
  later.period,
  later.aim as value,
  case when later.aim != later.before_aim then later.target_text else later.indicator end as text,
  later_passages.text as quote,
  later.date,
  later.document_id,
  later.page,
  later.start_char,
  later.before_period as other_period,
  later.before_aim as other_value,
  case when later.aim != later.before_aim then earlier.target_text else earlier.indicator end as other_text,
  earlier_passages.text as other_quote,
  later.before_date as other_date,
  earlier.document_id as other_document_id,
  earlier.page as other_page,
  earlier.start_char as other_start_char
from later
join scorecard_rows as earlier on earlier.id = later.before_id
left join indicators on indicators.id = later.indicator_id
left join passages as later_passages on later_passages.id = later.passage_id
left join passages as earlier_passages on earlier_passages.id = earlier.passage_id
where later.document_id != earlier.document_id
  and (
    (later.aim != later.before_aim and later.unit is earlier.unit)
    or later.wording != later.before_wording
  )
