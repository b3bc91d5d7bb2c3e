-- Every action with its age, due date, latest evidence and status. Time stands still at the committee's latest
-- meeting in the database, so that the same documents always give the same answer. Only minutes and decisions
-- are meetings at which something could have been said: a report alone tells of none.
with held as (
  select distinct meetings.council, meetings.committee, meetings.date
  from meetings
  join documents on documents.meeting_id = meetings.id
  where coalesce(documents.kind, 'minutes') in ('minutes', 'decision')
),
latest as (
  select council, committee, max(date) as date from held group by council, committee
),
evidence as (
  select
    follow_ups.action_id,
    max(follow_ups.relation = 'delivered') as delivered,
    max(follow_ups.relation = 'reported') as reported,
    max(documents.date) as date
  from follow_ups
  join documents on documents.id = follow_ups.document_id
  group by follow_ups.action_id
),
dated as (
  select
    actions.*,
    documents.council,
    documents.committee,
    documents.date,
    latest.date as latest_meeting,
    evidence.delivered,
    evidence.reported,
    evidence.date as evidence_date,
    (
      select count(*) from held
      where held.council is documents.council
        and held.committee = documents.committee
        and held.date > max(documents.date, coalesce(evidence.date, documents.date))
    ) as meetings_since
  from actions
  join documents on documents.id = actions.document_id
  left join evidence on evidence.action_id = actions.id
  left join latest on latest.council is documents.council and latest.committee = documents.committee
)
select
  dated.id as action_id,
  case
    when dated.delivered then 'delivered'
    when dated.status is not null and lower(dated.status) glob '*complete*'
      and lower(dated.status) not glob '*not complete*' and lower(dated.status) not glob '*incomplete*' then 'delivered'
    when dated.reported then 'reported'
    when dated.due_date < dated.latest_meeting then 'overdue'
    when dated.meetings_since >= (select cast(value as integer) from settings where name = 'silent_after') then 'silent'
    else 'open'
  end as status,
  dated.text as promise,
  dated.owner,
  dated.kind,
  dated.commitment,
  dated.recipient,
  dated.due,
  dated.due_date,
  dated.date,
  cast(julianday(dated.latest_meeting) - julianday(dated.date) as integer) as age_days,
  dated.meetings_since,
  dated.evidence_date,
  (
    select follow_ups.text
    from follow_ups
    join documents on documents.id = follow_ups.document_id
    where follow_ups.action_id = dated.id
    order by documents.date desc, follow_ups.score desc, follow_ups.id
    limit 1
  ) as evidence,
  dated.council,
  dated.committee,
  agenda_items.title as agenda_item,
  passages.page,
  dated.document_id,
  dated.start_char
from dated
left join agenda_items on agenda_items.id = dated.agenda_item_id
left join passages on passages.id = dated.passage_id
