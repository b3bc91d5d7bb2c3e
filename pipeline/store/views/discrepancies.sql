-- Where minutes give another value than the report: the same indicator, unit and period, at the same council and
-- committee (the council alone where a committee is unknown). Rounding is tolerated: both values are compared at the
-- decimals of the one that prints fewer, and in its millions or thousands. Only actual values are compared, neither
-- "over" nor "about" something, and only where no value that the item gives for the indicator agrees with a report.
with stated as materialized (
  select
    figures.id, figures.document_id, figures.passage_id, figures.start_char, figures.text, figures.value, figures.unit,
    figures.indicator_id, figures.scorecard_row_id, figures.agenda_item_id,
    coalesce(
      figures.period,
      case when figures.scorecard_row_id is null and figures.dated_by is not 'otherwise' then agenda_items.period end,
      case when figures.dated_by is not 'otherwise' then documents.period end
    ) as period,
    documents.council, documents.committee, documents.date,
    case
      when lower(figures.text) glob '*[0-9] million*' or lower(figures.text) glob '*[0-9]m' then 1000000.0
      when lower(figures.text) glob '*[0-9] thousand*' or lower(figures.text) glob '*[0-9]k' then 1000.0
      else 1.0
    end
    / case
      when figures.text glob '*.[0-9][0-9][0-9]*' then 1000
      when figures.text glob '*.[0-9][0-9]*' then 100
      when figures.text glob '*.[0-9]*' then 10
      else 1
    end as last_digit
  from figures
  join documents on documents.id = figures.document_id
  left join agenda_items on agenda_items.id = figures.agenda_item_id
  where figures.role = 'actual' and figures.indicator_id is not null and figures.value is not null
    and figures.unit is not null and figures.comparator is null and figures.out_of is null
    and (figures.scorecard_row_id is not null or coalesce(documents.kind, 'minutes') in ('minutes', 'decision'))
),
compared as materialized (
  select
    said.id as said_id, printed.id as printed_id, said.document_id, said.agenda_item_id, said.indicator_id,
    said.unit, said.period,
    abs(said.value - printed.value) <= max(said.last_digit, printed.last_digit) / 2 + 1e-9 as agrees
  from stated as said
  join stated as printed
    on printed.indicator_id = said.indicator_id and printed.unit = said.unit and printed.period = said.period
    and printed.scorecard_row_id is not null and printed.document_id != said.document_id
    and printed.council is said.council
    and (printed.committee = said.committee or printed.committee is null or said.committee is null)
  where said.scorecard_row_id is null
),
confirmed as materialized (
  select distinct document_id, coalesce(agenda_item_id, '') as item, indicator_id, unit, period
  from compared where agrees
)
select
  'value' as finding,
  said.indicator_id,
  indicators.code,
  indicators.name as indicator,
  said.council,
  coalesce(said.committee, printed.committee) as committee,
  said.unit,
  said.period,
  said.value,
  said.text,
  said_passages.text as quote,
  said.date,
  said.document_id,
  said_passages.page,
  said.start_char,
  printed.period as other_period,
  printed.value as other_value,
  printed.text as other_text,
  printed_passages.text as other_quote,
  printed.date as other_date,
  printed.document_id as other_document_id,
  printed_passages.page as other_page,
  printed.start_char as other_start_char
from compared
join stated as said on said.id = compared.said_id
join stated as printed on printed.id = compared.printed_id
join indicators on indicators.id = said.indicator_id
left join passages as said_passages on said_passages.id = said.passage_id
left join passages as printed_passages on printed_passages.id = printed.passage_id
where not exists (
  select 1 from confirmed
  where confirmed.document_id = compared.document_id and confirmed.item = coalesce(compared.agenda_item_id, '')
    and confirmed.indicator_id = compared.indicator_id and confirmed.unit = compared.unit
    and confirmed.period = compared.period
)
