-- What members asked about an indicator, with the answer, the meeting and its date.
select
  question_indicators.indicator_id,
  indicators.code,
  indicators.name as indicator,
  documents.date,
  documents.council,
  documents.committee,
  agenda_items.title as agenda_item,
  questions.asker,
  questions.text as question,
  questions.answer,
  questions.answered_by,
  questions.outcome,
  passages.page,
  questions.id as question_id,
  questions.document_id,
  questions.start_char
from question_indicators
join questions on questions.id = question_indicators.question_id
join indicators on indicators.id = question_indicators.indicator_id
join documents on documents.id = questions.document_id
left join agenda_items on agenda_items.id = questions.agenda_item_id
left join passages on passages.id = questions.passage_id
