"""What stands on a pack's page, before it is Markdown, HTML or Word: one wording for all three, and no more of it than
one sheet of paper holds."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from pipeline.plain import also_at, counted, day, due, shortened, where
from pipeline.queries.pack import TO_RAISE, Pack
from pipeline.queries.scope import Row

_ACROSS = 92
"""Characters of a printed line, in a wide font."""
_LINES = 52
"""Lines of entries that one sheet of A4 holds, with its headings."""
_OF_TITLE = 70
"""Characters of an agenda item's title, which says what "the case" of a quote is."""
_FOR_QUESTIONS, _FOR_MEASURES = 12, 10
"""Lines at most; what they do not need is left to the promises."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter: a `lead` in bold, what is known of it, the `quote` word for word (""; where there is none), what was
    said `later`, and where it stands."""

    lead: str
    notes: tuple[str, ...]
    quote: str
    place: str
    record_id: str | None = None
    later: str = ""

    @property
    def lines(self) -> int:
        """How many lines it takes on paper."""
        parts = (self.lead + self.said, self.quote + self.place, self.later)
        return sum(ceil((len(part) + 4) / _ACROSS) for part in parts if part)

    @property
    def said(self) -> str:
        """The notes as one line behind the lead."""
        return "".join(f" · {note}" for note in self.notes)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the entries; `nothing` is said where there are none, `more` where some found no room."""

    heading: str
    nothing: str
    entries: tuple[Entry, ...]
    more: str = ""
    path: str = ""
    """Of the site’s page that has them all."""


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    foot: str


def page_of(pack: Pack) -> Page:
    """The page of a pack."""
    off_target = _fitting([_off_target(row) for row in pack.off_target], _FOR_MEASURES)
    questions = _fitting([_question(row) for row in pack.questions], _FOR_QUESTIONS)
    left = _LINES - sum(entry.lines for entry in (*off_target, *questions))
    promises = _fitting([_promise(row) for row in pack.promises], left)
    fates = Counter(row["status"] for row in pack.promises[len(promises) :])
    return Page(
        title=pack.committee,
        subtitle=_subtitle(pack),
        sections=(
            Section(
                "Promises to raise under Matters Arising", "No promise is open.", promises,
                _more(fates.total(), ", ".join(f"{fates[each]} {each}" for each in TO_RAISE if fates[each])),
                "/promises",
            ),
            Section(
                "Asked at the last meeting and not answered", "Every question had an answer.", questions,
                _more(len(pack.questions) - len(questions)), "/questions",
            ),
            Section(
                "Indicators off target", "No indicator is known to miss its target.", off_target,
                _more(len(pack.off_target) - len(off_target)),
            ),
        ),
        foot="Found by Matters Arising in published documents; every quote is verbatim. Check before you rely on it. "
        f"A promise is silent after {counted(pack.silent_after, 'later meeting')} without a word of it.",
    )  # fmt: skip


def _subtitle(pack: Pack) -> str:
    when = f"Pack for the meeting on {day(pack.date)}" if pack.date else "Pack for the next meeting"
    last = f"the latest with minutes in the database was on {day(pack.last)}" if pack.last else None
    whose = f"{pack.council}. " if pack.council else ""
    return f"{whose}{'; '.join(filter(None, (when, last)))}."


def _fitting(entries: Sequence[Entry], lines: int) -> tuple[Entry, ...]:
    """The first entries that fit into so many lines; one at least."""
    kept: list[Entry] = []
    for entry in entries:
        lines -= entry.lines
        if kept and lines < 0:
            break
        kept.append(entry)
    return tuple(kept)


def _more(number: int, which: str = "") -> str:
    if not number:
        return ""
    return f"There is no room here for {number} more" + (f": {which}." if which else ".")


def _place(row: Row) -> str:
    """The file and the page: on paper nobody counts characters."""
    return where(row).partition(", character ")[0]


def _promise(row: Row) -> Entry:
    silent = row["status"] == "silent"
    notes = (
        shortened(row["agenda_item"], _OF_TITLE) if row["agenda_item"] else "",
        due(row),
        row["commitment"] + (f" on {day(row['date'])}" if row["date"] else ""),
        f"owner: {row['owner']}" if row["owner"] else "",
        f"not spoken of in {counted(row['meetings_since'], 'later meeting')}" if silent else "",
    )
    return Entry(
        lead=str(row["status"]).capitalize(),
        notes=tuple(filter(None, notes)),
        quote=row["promise"],
        place="; ".join(filter(None, (_place(row), also_at(row, on_paper=True)))),
        record_id=row["action_id"],
        later=f"{day(row['evidence_date'])}: “{row['evidence']}”" if row["evidence"] else "",
    )


def _question(row: Row) -> Entry:
    promised = row["outcome"] == "deferred" and row["answer"]
    return Entry(
        lead=f"{row['asker']} asked" if row["asker"] else "Asked",
        notes=tuple(filter(None, (row["agenda_item"],))),
        quote=row["question"],
        place=_place(row),
        record_id=row["id"],
        later=f"An answer was promised: “{row['answer']}”" if promised else "",
    )


def _off_target(row: Row) -> Entry:
    table = row.get("latest_text")
    notes = (
        f"{table} against a target of {row['target_text']}" if table else "",
        f"{row['polarity']} is better" if row["polarity"] else "",
        day(row["date"]),
    )
    return Entry(
        lead=" ".join(filter(None, (row["code"], row["indicator"] or row["indicator_id"]))),
        notes=tuple(filter(None, notes)),
        quote="" if table else row["text"],
        place=_place(row),
        record_id=row["id"],
    )
