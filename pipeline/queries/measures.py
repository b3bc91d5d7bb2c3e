"""All measures, as a list to choose from: what each last stood at, and whether that is on target."""

import sqlite3
from collections.abc import Sequence

from pipeline.queries.off_target import latest_words
from pipeline.queries.scope import WHOLE, Row, Scope

STATES = ("off target", "near target", "on target", "not known")


def measures(connection: sqlite3.Connection, words: str = "") -> list[Row]:
    """Every measure whose code, name or other names hold all of `words`, by framework (own measures last) and name.
    With how many `questions` and `promises` are on it, the `latest` value with its `latest_date` and `latest_council`,
    and its `state` (of `STATES`): of the councils that report it, the newest word counts. `word` is that word."""
    rows = [dict(row) for row in connection.execute(_MEASURES)]
    wanted = words.casefold().split()
    newest: dict[str, Row] = {}
    for word in latest_words(connection):
        if word["missed"] is not None:
            newest.setdefault(word["indicator_id"], word)
    return [
        _judged(row, newest.get(row["id"])) for row in rows if all(word in _names(row) for word in wanted)
    ]


def _judged(row: Row, word: Row | None) -> Row:
    """The measure with its state. Of the same day, the value that was set against the target is the latest."""
    judged = row | {"word": word, "state": state_of(word)}
    if word and word.get("latest_text") and word["date"] >= (row["latest_date"] or ""):
        judged |= {
            "latest": word["latest_text"],
            "latest_date": word["date"],
            "latest_council": word["council"],
        }
    return judged


def standing(connection: sqlite3.Connection, ids: Sequence[str], scope: Scope = WHOLE) -> list[Row]:
    """Each council's latest word on the measures `ids`: whether it `missed` the target, its `state`; newest first."""
    return [
        word | {"state": state_of(word)}
        for word in latest_words(connection, scope)
        if word["indicator_id"] in ids
    ]


def state_of(word: Row | None) -> str:
    """What a word on a measure says, of `STATES`. Rated amber is near the target, whichever side of it."""
    if word is None or word["missed"] is None:
        return "not known"
    if word.get("rag") == "amber":
        return "near target"
    return "off target" if word["missed"] else "on target"


def _names(row: Row) -> str:
    return " ".join(filter(None, (row["id"], row["code"], row["name"], row["aliases"]))).casefold()


_MEASURES = """
with values_by_date as (
  select figures.indicator_id, figures.text, documents.date, documents.council, row_number() over (
    partition by figures.indicator_id order by documents.date desc, figures.document_id, figures.start_char
  ) as place
  from figures
  join documents on documents.id = figures.document_id
  where figures.role = 'actual' and figures.indicator_id is not null
)
select
  indicators.*,
  values_by_date.text as latest,
  values_by_date.date as latest_date,
  values_by_date.council as latest_council,
  (select group_concat(alias, '; ') from indicator_aliases where indicator_id = indicators.id) as aliases,
  (select count(*) from question_indicators where indicator_id = indicators.id) as questions,
  (select count(*) from action_indicators where indicator_id = indicators.id) as promises
from indicators
left join values_by_date on values_by_date.indicator_id = indicators.id and values_by_date.place = 1
order by indicators.framework is null, indicators.framework = 'local', indicators.framework, lower(indicators.name),
  indicators.id
"""
