-- Find passages that hold these words together, best first.
select documents.date, documents.committee, passages.page, snippet(passages_fts, 0, '[', ']', ' … ', 40) as words, documents.source
from passages_fts
join passages on passages.rowid = passages_fts.rowid
join documents on documents.id = passages.document_id
where passages_fts match '"' || replace(:words, '"', ' ') || '"'
order by passages_fts.rank
limit 100
