-- Every action with its age, due date, best evidence and status; what a person has closed is closed. A promise that its
-- document says twice has one fate: `same_as` of one record is the fuller other. Time stands still at the committee's
-- latest meeting in the database, so that the same documents always give the same answer.
-- Only minutes and decisions are meetings at which something could have been said: a report alone tells of none.
-- Everything is looked up for one action at a time, actions first (cross join), so that asking for a few is quick.
with told as (
  select actions.*, same_promises.same_as, coalesce(same_promises.same_as, actions.id) as lead_id
  from actions left join same_promises on same_promises.action_id = actions.id
),
placed as (
  select
    actions.*,
    documents.council,
    documents.committee,
    documents.date,
    (
      select meetings.date from meetings
      where meetings.council is documents.council and meetings.committee = documents.committee
        and exists (
          select 1 from documents as papers
          where papers.meeting_id = meetings.id and coalesce(papers.kind, 'minutes') in ('minutes', 'decision')
        )
      order by meetings.date desc limit 1
    ) as latest_meeting,
    (
      select follow_ups.id from follow_ups
      join documents as later on later.id = follow_ups.document_id
      where follow_ups.action_id in (
        select actions.lead_id union all
        select same_promises.action_id from same_promises where same_promises.same_as = actions.lead_id
      )
      order by follow_ups.relation = 'delivered' desc, later.date desc, follow_ups.score desc, follow_ups.id limit 1
    ) as evidence_id,
    (
      select closings.action_id from closings
      where closings.action_id in (
        select actions.lead_id union all
        select same_promises.action_id from same_promises where same_promises.same_as = actions.lead_id
      )
      order by closings.closed_on, closings.action_id limit 1
    ) as closing_id
  from told as actions
  cross join documents on documents.id = actions.document_id
),
dated as (
  select
    placed.*,
    evidence.relation,
    evidence_documents.date as evidence_date,
    evidence.text as evidence,
    evidence.reason as evidence_reason,
    evidence.score as evidence_score,
    evidence.document_id as evidence_document_id,
    evidence.start_char as evidence_start_char,
    closings.because as closed_because,
    closings.closed_on,
    (
      select count(*) from meetings
      where meetings.council is placed.council and meetings.committee = placed.committee
        and meetings.date > max(placed.date, coalesce(evidence_documents.date, placed.date))
        and exists (
          select 1 from documents as papers
          where papers.meeting_id = meetings.id and coalesce(papers.kind, 'minutes') in ('minutes', 'decision')
        )
    ) as meetings_since
  from placed
  left join follow_ups as evidence on evidence.id = placed.evidence_id
  left join documents as evidence_documents on evidence_documents.id = evidence.document_id
  left join closings on closings.action_id = placed.closing_id
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
  dated.same_as,
  dated.council,
  dated.committee,
  agenda_items.title as agenda_item,
  passages.page,
  dated.document_id,
  dated.start_char
from dated
left join agenda_items on agenda_items.id = dated.agenda_item_id
left join passages on passages.id = dated.passage_id
