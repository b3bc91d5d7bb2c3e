"""Which questions ask after one matter, at other meetings of the same council, and what became of a promised answer."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.language.lineage import kin_of
from extractors.vocabulary import grammar, rows
from pipeline.follow_ups.terms import Weights, speaks_of_another, terms, terms_as_printed
from pipeline.queries.asked import questions_by_id
from pipeline.queries.scope import WHOLE, Row, Scope, placeholders

LEAST_ALIKE = 0.65
"""Likeness (0 to 1) of two questions from which they ask after one matter; measured on the pairs marked by hand in
tests/asked_again."""
_FEWEST = 1.2
"""Least weight of the words in common: one word that many use makes no matter."""
_BROADEST = 0.3
"""A word in more than this share of the questions finds none."""
_ASKING = grammar("follow_ups.grammar")["asking"]
_WORD = re.compile(r"[^\W\d_][\w’']*")
_SAME = {row["stem"]: row["read_as"] for row in rows("question_synonyms.csv")}
_LONGEST_ASKER = 70
"""Characters up to the verb that may say who asks, and not what."""


@dataclass(frozen=True, slots=True)
class _Asked:
    row: Row
    words: frozenset[str]
    measures: frozenset[str]


class Askings:
    """Every question of the database within a scope, to find which ask after one matter."""

    def __init__(self, connection: sqlite3.Connection, scope: Scope = WHOLE) -> None:
        self._every = _every_question(connection, scope)
        self._by_id = {each.row["id"]: each for each in self._every}
        self._weights = Weights(each.words for each in self._every)
        self._index = _index(self._every)

    def again(self, question_id: str) -> list[Row]:
        """The questions on the same matter at other meetings of its council, oldest first; `because` says why."""
        asked = self._by_id.get(question_id)
        return _again(asked, self._every, self._index, self._weights) if asked else []


def group_by_matter(connection: sqlite3.Connection, rows: Sequence[Row], scope: Scope = WHOLE) -> list[Row]:
    """The rows of `questions_about` by matter, in the order of the rows, and of each every asking within `scope`, in
    the order of time: those that the words did not find, too. Each row has its `matter` (the id of the first asking),
    is the `asking`th of `askings`, says in `because` what joins it to the others, and has in `promise` the promise
    that its answer holds, with its fate."""
    askings = Askings(connection, scope)
    first_of, because = _joined(rows, askings)
    known = {row["id"]: row for row in rows}
    others = [each for each in first_of if each not in known]
    known |= {row["id"]: row for row in questions_by_id(connection, others)}
    matters: dict[str, list[Row]] = defaultdict(list)
    for each, first in first_of.items():
        matters[first].append(known[each])
    promised = _promises(connection, list(known.values()))
    found: list[Row] = []
    for one in (sorted(each, key=_when) for each in matters.values()):
        for number, row in enumerate(one, 1):
            found.append(
                row
                | {"matter": one[0]["id"], "asking": number, "askings": len(one)}
                | {"because": because.get(row["id"]), "promise": promised.get(row["id"])}
            )
    return found


def _joined(rows: Sequence[Row], askings: Askings) -> tuple[dict[str, str], dict[str, str]]:
    """For every question of a found one's matter one that stands for the whole matter, and why it belongs to it."""
    stands_for: dict[str, str] = {row["id"]: row["id"] for row in rows}
    because: dict[str, str] = {}

    def head(each: str) -> str:
        while stands_for[each] != each:
            each = stands_for[each]
        return each

    for row in rows:
        for other in askings.again(row["id"]):
            stands_for.setdefault(other["id"], other["id"])
            stands_for[head(other["id"])] = head(row["id"])
            because.setdefault(other["id"], other["because"])
            because.setdefault(row["id"], other["because"])
    return {each: head(each) for each in stands_for}, because


def _when(row: Row) -> tuple[str, str, int]:
    return row["date"] or "", row["document_id"], row["start_char"]


def alike(one: str, other: str, weights: Weights) -> float:
    """How much two questions ask after the same thing, 0 to 1."""
    return (
        _alike(matter(one), matter(other), weights)
        if not speaks_of_another(_read(one), _read(other))
        else 0.0
    )


@lru_cache(maxsize=20_000)
def matter(question: str) -> frozenset[str]:
    """The telling words of a question, without those of who asked it. Kept, as the site asks again and again."""
    asking = _ASKING.search(question)
    telling = asking is not None and asking.end() < min(_LONGEST_ASKER, len(question) / 2)
    return terms(_read(question[asking.end() :] if asking and telling else question))


@lru_cache(maxsize=20_000)
def _read(question: str) -> str:
    """The question with one word for those that say the same."""
    return _WORD.sub(lambda match: _SAME.get("".join(terms(match.group())), match.group()), question)


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
        _read(ours["question"]), _read(theirs["question"])
    ):
        return None
    return "words shared: " + ", ".join(terms_as_printed(one.words & other.words, _read(ours["question"])))


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
        _Asked(dict(row), matter(row["question"]) - terms(row["asker"] or ""), frozenset(measures[row["id"]]))
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
