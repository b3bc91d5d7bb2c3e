-- Every value, target, question, promise and decision on an indicator, by date. A value whose sentence says no time is of
-- `item_period`, the period that its agenda item reports on, or the whole report (`dated_by`), if that was over by the
-- day of the meeting.
with entries as (
  select
    indicator_id, role as kind, value, unit, period, text, 'figures' as record_table, id, document_id, start_char,
    dated_by = 'item' and period is null as undated, agenda_item_id
  from figures
  where indicator_id is not null
  union all
  select
    indicator_id, coalesce('target ' || status, 'target'), value, unit, null, text, 'targets', id, document_id, start_char,
    1, agenda_item_id
  from targets
  where indicator_id is not null
  union all
  select question_indicators.indicator_id, 'question', null, null, null, text, 'questions', id, document_id, start_char, 0, null
  from question_indicators
  join questions on questions.id = question_indicators.question_id
  union all
  select action_indicators.indicator_id, 'promise', null, null, null, text, 'actions', id, document_id, start_char, 0, null
  from action_indicators
  join actions on actions.id = action_indicators.action_id
  union all
  select distinct
    indicator_mentions.indicator_id, 'decision', null, null, null,
    decisions.text, 'decisions', decisions.id, decisions.document_id, decisions.start_char, 0, null
  from decisions
  join indicator_mentions
    on indicator_mentions.document_id = decisions.document_id
    and indicator_mentions.start_char >= decisions.start_char
    and indicator_mentions.end_char <= decisions.end_char
  where indicator_mentions.indicator_id is not null
)
select
  entries.indicator_id,
  indicators.code,
  indicators.name as indicator,
  documents.date,
  entries.kind,
  entries.value,
  entries.unit,
  entries.period,
  entries.text,
  documents.council,
  documents.committee,
  entries.record_table,
  entries.id as record_id,
  entries.document_id,
  entries.start_char,
  case
    when not undated then null
    when agenda_items.period_end <= coalesce(documents.date, '9999') then agenda_items.period
    when documents.period_end <= coalesce(documents.date, '9999') then documents.period
  end as item_period,
  case
    when not undated then null
    when agenda_items.period_end <= coalesce(documents.date, '9999') then 'item'
    when documents.period_end <= coalesce(documents.date, '9999') then 'report'
  end as dated_by
from entries
join indicators on indicators.id = entries.indicator_id
join documents on documents.id = entries.document_id
left join agenda_items on agenda_items.id = entries.agenda_item_id
order by entries.indicator_id, documents.date, entries.document_id, entries.start_char
