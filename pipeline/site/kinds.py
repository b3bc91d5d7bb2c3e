"""The kinds of records, in the words that people use for them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its table, its names, and the letter that stands by it in a document's text, if any."""

    table: str
    one: str
    many: str
    letter: str | None = None


KINDS = (
    Kind("decisions", "Decision", "Decisions", "D"),
    Kind("actions", "Promise", "Promises", "P"),
    Kind("questions", "Question", "Questions", "Q"),
    Kind("answers", "Answer", "Answers"),
    Kind("follow_ups", "News of an earlier promise", "News of earlier promises"),
    Kind("votes", "Vote", "Votes"),
    Kind("targets", "Target", "Targets", "T"),
    Kind("figures", "Figure", "Figures"),
    Kind("indicator_mentions", "Measure named", "Measures named"),
    Kind("scorecard_rows", "Row of a performance table", "Rows of performance tables"),
    Kind("agenda_items", "Agenda item", "Agenda items"),
)
"""In the order in which they are offered. Answers and news of promises stand in the text, but have no page."""
BY_TABLE = {kind.table: kind for kind in KINDS}
