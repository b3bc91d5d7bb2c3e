"""What stands on a pack's page, before it is Markdown, HTML or Word: one wording for all three."""

from dataclasses import dataclass

from pipeline.plain import counted, day, where
from pipeline.queries.pack import Pack
from pipeline.queries.scope import Row


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter: a `lead` in bold, the `quote` word for word, what else is known, and where it stands."""

    lead: str
    quote: str
    notes: tuple[str, ...]
    place: str
    record_id: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, what to do with what stands under it, and the entries; `nothing` is said where there are none."""

    heading: str
    nothing: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    foot: str


def page_of(pack: Pack) -> Page:
    """The page of a pack."""
    when = f"Pack for the meeting on {day(pack.date)}" if pack.date else "Pack for the next meeting"
    last = f"; the latest meeting in the database was on {day(pack.last)}" if pack.last else ""
    return Page(
        title=pack.committee,
        subtitle=f"{', '.join(filter(None, (pack.council, when)))}{last}",
        sections=(
            Section(
                "Promises to raise under Matters Arising",
                "No promise is open.",
                tuple(_promise(row) for row in pack.promises),
            ),
            Section(
                "Asked at the last meeting and not answered",
                "Every question had an answer.",
                tuple(_question(row) for row in pack.questions),
            ),
            Section(
                "Indicators off target",
                "No measure is stated to miss its target.",
                tuple(_off_target(row) for row in pack.off_target),
            ),
        ),
        foot="Found by Matters Arising in published documents; every quote is verbatim. Check before you rely on it. "
        f"A promise is silent after {counted(pack.silent_after, 'later meeting')} without a word of it.",
    )


def _promise(row: Row) -> Entry:
    owner = f", {row['owner']}" if row["owner"] else ""
    said = f" on {day(row['date'])}" if row["date"] else ""
    due = f"Due {day(row['due_date'], row['due'])}." if row["due"] else None
    later = f"{day(row['evidence_date'])} ({row['status']}): “{row['evidence']}”" if row["evidence"] else None
    silent = (
        f"Not spoken of in {counted(row['meetings_since'], 'later meeting')}."
        if row["status"] == "silent"
        else None
    )
    return Entry(
        lead=f"{row['status'].capitalize()}: {row['commitment']}{said}{owner}",
        quote=row["promise"],
        notes=tuple(filter(None, (due, silent, later))),
        place=where(row),
        record_id=row["action_id"],
    )


def _question(row: Row) -> Entry:
    asker = f"{row['asker']} asked" if row["asker"] else "Asked"
    promised = (
        f"An answer was promised: “{row['answer']}”"
        if row["outcome"] == "deferred" and row["answer"]
        else None
    )
    return Entry(
        asker, row["question"], tuple(filter(None, (row["agenda_item"], promised))), where(row), row["id"]
    )


def _off_target(row: Row) -> Entry:
    name = " ".join(filter(None, (row["code"], row["indicator"] or row["indicator_id"])))
    better = f"{row['polarity'].capitalize()} is better." if row["polarity"] else None
    return Entry(
        name,
        row["text"],
        tuple(filter(None, (f"Said on {day(row['date'])}." if row["date"] else None, better))),
        where(row),
        row["id"],
    )
