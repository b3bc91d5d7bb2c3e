"""What is due "at the next meeting" falls due on the day of the committee's next one that the database has."""

import sqlite3

_DATE = """
update actions set due_date = (
  select min(later.date) from documents
  join meetings as later on later.council is documents.council and later.committee = documents.committee
  where documents.id = actions.document_id and later.date > documents.date
    and exists (
      select 1 from documents as papers
      where papers.meeting_id = later.id and coalesce(papers.kind, 'minutes') in ('minutes', 'decision')
    )
)
where due not glob '*[0-9]*' and (lower(due) glob '*next meeting' or lower(due) glob '*following meeting')
  and document_id in (select id from documents where council is ?)
"""


def date_next_meetings(connection: sqlite3.Connection, council: str | None) -> None:
    """Date a council's promises for the next meeting; unknown where none is in the database. Needs a transaction."""
    connection.execute(_DATE, [council])
