"""What a committee should have before it at its next meeting: promises to raise, questions left open, measures off
target. The pack's data, whatever it is printed as."""

import sqlite3
from dataclasses import dataclass, replace

from pipeline.queries.asked import unanswered
from pipeline.queries.off_target import off_target
from pipeline.queries.outcomes import promises
from pipeline.queries.scope import Row, Scope
from pipeline.store.settings import silent_after

TO_RAISE = ("overdue", "silent", "repeated", "reported", "open")
"""The most pressing first: what is late, what nobody speaks of, what was spoken of and not done, what is not due."""

_MOST_NAMED = 12


class NoSuchCommittee(Exception):
    """No committee, or several, have these words in their name; the message lists what there is."""


@dataclass(frozen=True, slots=True)
class Pack:
    """`last` is the committee's latest meeting with minutes in the database, as papers come before theirs; `date` the
    meeting that the pack is for, if given."""

    committee: str
    council: str | None
    last: str | None
    date: str | None
    promises: list[Row]
    """To raise under Matters Arising, the most pressing first."""
    questions: list[Row]
    """Asked at the latest meeting, and not answered or only with a promise."""
    silent_after: int
    """Later meetings without a word of a promise after which it is silent."""
    off_target: list[Row]
    """Measures whose latest value or statement in the committee's documents misses the target, newest first."""


def make_pack(
    connection: sqlite3.Connection, committee: str, *, council: str | None = None, date: str | None = None,
    sure: float = 0.0,
) -> Pack:  # fmt: skip
    """The pack of the one committee whose name holds `committee`. Raises NoSuchCommittee."""
    name, whose, last = _committee(connection, committee, council)
    scope = Scope(council=whose, committee=name)
    raised = [
        _by_then(row, date)
        for row in promises(connection, scope, statuses=TO_RAISE, sure=sure)
        if row["committee"] == name
    ]
    raised.sort(key=lambda row: (TO_RAISE.index(row["status"]), row["due_date"] or "9999"))
    at_last = replace(scope, since=last, until=last)
    questions = (
        [row for row in unanswered(connection, at_last, sure=sure) if row["committee"] == name]
        if last
        else []
    )
    return Pack(
        name,
        whose,
        last,
        date,
        raised,
        questions,
        silent_after(connection),
        _off_target(connection, name, whose),
    )


def _committee(
    connection: sqlite3.Connection, words: str, council: str | None
) -> tuple[str, str | None, str | None]:
    rows = connection.execute(
        """
        select committee, council,
          max(case when coalesce(kind, 'minutes') in ('minutes', 'decision') then date end) as last
        from documents
        where committee is not null and instr(lower(coalesce(council, '')), lower(?))
        group by committee, council order by committee, council
        """,
        [council or ""],
    ).fetchall()
    found = [row for row in rows if words.lower() in row["committee"].lower()]
    exact = [row for row in found if row["committee"].lower() == words.lower()]
    chosen = exact if len(exact) == 1 else found
    if len(chosen) != 1:
        said = [", ".join(filter(None, (row["committee"], row["council"]))) for row in found or rows]
        names = "; ".join(said[:_MOST_NAMED]) + (" …" if len(said) > _MOST_NAMED else "")
        many = "Several committees have" if found else "No committee has"
        raise NoSuchCommittee(f"{many} “{words}” in the name. The database has: {names or 'no committees'}.")
    return chosen[0]["committee"], chosen[0]["council"], chosen[0]["last"]


def _by_then(row: Row, date: str | None) -> Row:
    """What is open now but falls due before the meeting is overdue by then."""
    late = date and row["due_date"] and row["due_date"] < date and row["status"] in ("open", "silent")
    return row | {"status": "overdue"} if late else row


def _off_target(connection: sqlite3.Connection, committee: str, council: str | None) -> list[Row]:
    found = off_target(connection, Scope(council, committee, exact=True))
    return [row for row in found if row["council"] == council]
