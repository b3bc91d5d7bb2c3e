-- Every action with its age, due date, best evidence and status; what a person has closed is closed. Time stands
-- still at the committee's latest meeting in the database, so that the same documents always give the same answer.
-- Only minutes and decisions are meetings at which something could have been said: a report alone tells of none.
with held as (
  select distinct meetings.council, meetings.committee, meetings.date
  from meetings
  join documents on documents.meeting_id = meetings.id
  where coalesce(documents.kind, 'minutes') in ('minutes', 'decision')
),
latest as (
  select council, committee, max(date) as date from held group by council, committee
),
ranked as (
  select
    follow_ups.*,
    documents.date,
    row_number() over (
      partition by follow_ups.action_id
      order by follow_ups.relation = 'delivered' desc, documents.date desc, follow_ups.score desc, follow_ups.id
    ) as place
  from follow_ups
  join documents on documents.id = follow_ups.document_id
),
dated as (
  select
    actions.*,
    documents.council,
    documents.committee,
    documents.date,
    latest.date as latest_meeting,
    evidence.relation,
    evidence.date as evidence_date,
    evidence.text as evidence,
    evidence.reason as evidence_reason,
    evidence.score as evidence_score,
    evidence.document_id as evidence_document_id,
    evidence.start_char as evidence_start_char,
    closings.because as closed_because,
    closings.closed_on,
    (
      select count(*) from held
      where held.council is documents.council
        and held.committee = documents.committee
        and held.date > max(documents.date, coalesce(evidence.date, documents.date))
    ) as meetings_since
  from actions
  join documents on documents.id = actions.document_id
  left join ranked as evidence on evidence.action_id = actions.id and evidence.place = 1
  left join closings on closings.action_id = actions.id
  left join latest on latest.council is documents.council and latest.committee = documents.committee
)
select
  dated.id as action_id,
  case
    when dated.closed_because is not null then 'closed'
    when dated.relation = 'delivered' then 'delivered'
    when dated.status is not null and lower(dated.status) glob '*complete*'
      and lower(dated.status) not glob '*not complete*' and lower(dated.status) not glob '*incomplete*' then 'delivered'
    when dated.relation is not null then dated.relation
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
  dated.evidence,
  dated.evidence_reason,
  dated.evidence_score,
  dated.evidence_document_id,
  dated.evidence_start_char,
  dated.closed_because,
  dated.closed_on,
  dated.council,
  dated.committee,
  agenda_items.title as agenda_item,
  passages.page,
  dated.document_id,
  dated.start_char
from dated
left join agenda_items on agenda_items.id = dated.agenda_item_id
left join passages on passages.id = dated.passage_id
