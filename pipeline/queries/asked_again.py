"""Which questions ask after one matter, at other meetings of the same council, and what became of a promised answer."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.language.lineage import kin_of
from pipeline.follow_ups.terms import Weights, speaks_of_another, terms
from pipeline.queries.scope import WHOLE, Row, Scope, placeholders

LEAST_ALIKE = 0.6
"""Likeness (0 to 1) of two questions from which they ask after one matter; measured on the pairs marked by hand in
tests/asked_again."""
_FEWEST = 1.2
"""Least weight of the words in common: one word that many use makes no matter."""
_BROADEST = 0.3
"""A word in more than this share of the questions finds none."""


@dataclass(frozen=True, slots=True)
class _Asked:
    row: Row
    words: frozenset[str]
    measures: frozenset[str]


def add_asked_again(connection: sqlite3.Connection, rows: Sequence[Row], scope: Scope = WHOLE) -> list[Row]:
    """The rows of `questions_about` with `asked_again`: the questions on the same matter at other meetings of their
    council within `scope`, oldest first; and `promise`: the promise that its answer holds, with its fate."""
    every = _every_question(connection, scope)
    by_id = {each.row["id"]: each for each in every}
    weights = Weights(each.words for each in every)
    index = _index(every)
    promised = _promises(connection, rows)
    found = []
    for row in rows:
        asked = by_id.get(row["id"])
        again = _again(asked, every, index, weights) if asked else []
        found.append(row | {"asked_again": again, "promise": promised.get(row["id"])})
    return found


def alike(one: str, other: str, weights: Weights) -> float:
    """How much two questions ask after the same thing, 0 to 1."""
    return _alike(terms(one), terms(other), weights) if not speaks_of_another(one, other) else 0.0


def _alike(one: frozenset[str], other: frozenset[str], weights: Weights) -> float:
    shared = weights.of(one & other)
    both = weights.of(one) + weights.of(other)
    return 2 * shared / both if shared >= _FEWEST and both else 0.0


def _index(every: Sequence[_Asked]) -> dict[str, set[int]]:
    """The questions by their words (those that tell) and measures; a measure's key cannot be a stem."""
    found: dict[str, set[int]] = defaultdict(set)
    for at, each in enumerate(every):
        for key in (*each.words, *(f"measure {one}" for one in each.measures)):
            found[key].add(at)
    most = max(10.0, _BROADEST * len(every))
    return {key: places for key, places in found.items() if len(places) <= most or key.startswith("measure ")}


def _again(asked: _Asked, every: Sequence[_Asked], index: dict[str, set[int]], weights: Weights) -> list[Row]:
    keys = (*asked.words, *(f"measure {one}" for one in asked.measures))
    places = sorted({place for key in keys for place in index.get(key, ())})
    found = [
        every[place].row | {"because": because}
        for place in places
        if (because := _because(asked, every[place], weights))
    ]
    return sorted(found, key=lambda row: (row["date"], row["document_id"], row["start_char"]))


def _because(one: _Asked, other: _Asked, weights: Weights) -> str | None:
    """Why two questions are on one matter, in words; None where they are not, or of one meeting."""
    ours, theirs = one.row, other.row
    if ours["date"] == theirs["date"] or ours["council"] != theirs["council"]:
        return None
    if ours["council"] is None and (ours["committee"] is None or ours["committee"] != theirs["committee"]):
        return None
    if one.measures & other.measures:
        return "same indicator"
    if one.measures and other.measures:
        return None
    if _alike(one.words, other.words, weights) < LEAST_ALIKE or speaks_of_another(
        ours["question"], theirs["question"]
    ):
        return None
    return "words shared: " + ", ".join(sorted(one.words & other.words))


def _every_question(connection: sqlite3.Connection, scope: Scope) -> list[_Asked]:
    condition, values = scope.condition("documents")
    measures: dict[str, set[str]] = defaultdict(set)
    for question, indicator in connection.execute(
        "select question_id, indicator_id from question_indicators"
    ):
        measures[question] |= {indicator, *kin_of(indicator)}
    rows = connection.execute(
        f"""
        select questions.id, documents.date, documents.council, documents.committee, questions.asker,
          questions.text as question, questions.answer, questions.outcome, documents.source,
          documents.id as document_id, questions.start_char
        from questions join documents on documents.id = questions.document_id
        where documents.date is not null and {condition} order by questions.id
        """,
        values,
    )
    return [
        _Asked(dict(row), terms(row["question"]) - terms(row["asker"] or ""), frozenset(measures[row["id"]]))
        for row in rows
    ]


def _promises(connection: sqlite3.Connection, rows: Iterable[Row]) -> dict[str, Row]:
    """Of each question the promise that stands in its answer, with its fate."""
    ids = [row["id"] for row in rows]
    pairs = dict(
        connection.execute(
            f"""
            select questions.id, actions.id from questions
            join actions on actions.document_id = questions.document_id
              and actions.start_char < questions.answer_end_char
              and questions.answer_start_char < actions.end_char
            where questions.id in ({placeholders(ids)}) order by questions.id, actions.start_char desc
            """,
            ids,
        ).fetchall()
    )
    fates = connection.execute(
        f"""
        select action_id, promise, status, evidence_date, evidence from promises
        where action_id in ({placeholders(list(pairs.values()))})
        """,
        list(pairs.values()),
    )
    by_action = {row["action_id"]: dict(row) for row in fates}
    return {question: by_action[action] for question, action in pairs.items() if action in by_action}
