"""Gold files: what a person marked in one document (`docs/evaluate.md` describes the format)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.evaluation.spans import Span, place

KINDS: Mapping[str, tuple[str, float]] = {
    "agenda_items": ("agenda_items", 0.8),
    "indicators": ("indicator_mentions", 0.4),
    "figures": ("figures", 0.4),
    "targets": ("targets", 0.25),
    "questions": ("questions", 0.25),
    "actions": ("actions", 0.25),
    "decisions": ("decisions", 0.4),
}
"""Record type in a gold file: its table, and the least overlap at which two spans are the same record."""

ATTRIBUTES: Mapping[str, Mapping[str, str]] = {
    "agenda_items": {"number": "number", "period": "period"},
    "figures": {"value": "value", "unit": "unit", "of": "out_of", "role": "role"},
    "targets": {"value": "value", "unit": "unit", "status": "status"},
    "questions": {"asker": "asker", "answered_by": "answered_by"},
    "actions": {"commitment": "commitment", "owner": "owner", "kind": "kind", "due": "due"},
    "decisions": {"outcome": "outcome", "label": "label"},
}
"""Record type: key in the gold file -> column, for what is judged on paired records."""


class InvalidGold(Exception):
    """A gold file that is not in the format; the message names the file and what is wrong."""


@dataclass(frozen=True)
class GoldDocument:
    """One marked document."""

    path: Path
    document: str
    """The document's file name; folders before it are ignored."""
    meta: Mapping[str, Any]
    text: str | None
    """The text that was marked, where the file or a text beside it gives one."""
    records: Mapping[str, Sequence[Mapping[str, Any]]]

    @property
    def stem(self) -> str:
        return PurePosixPath(self.document).stem

    @property
    def fold(self) -> str:
        """The council, by which figures are also reported apart; the document where no council is given."""
        return str(self.meta.get("council") or self.stem)


def load_gold(folder: Path) -> list[GoldDocument]:
    """The gold files of `folder`, by name, without those that mark the rows of tables. Raises `InvalidGold`, also
    where there is no gold file of either kind."""
    contents = read_gold(folder)
    if not contents:
        raise InvalidGold(f"{folder} holds no gold files (*.json). docs/evaluate.md says how to write one.")
    return [_load(path, data) for path, data in contents if not marks_rows(data)]


def read_gold(folder: Path) -> list[tuple[Path, Any]]:
    """Each JSON file of `folder` with its content, by name. Raises `InvalidGold` where one is no JSON."""
    contents = []
    for path in sorted(folder.glob("*.json")):
        try:
            contents.append((path, json.loads(path.read_text(encoding="utf-8"))))
        except (json.JSONDecodeError, UnicodeDecodeError) as error:
            raise InvalidGold(f"{path}: not JSON: {error}") from error
    return contents


def marks_rows(data: Any) -> bool:
    """Whether a gold file's content marks the rows of performance tables, not records."""
    return isinstance(data, dict) and isinstance(data.get("rows"), list)


def _load(path: Path, data: Any) -> GoldDocument:
    if not isinstance(data, dict) or not isinstance(data.get("document"), str):
        raise InvalidGold(f'{path}: "document", the marked document\'s file name, is missing.')
    for kind in KINDS:
        if not isinstance(records := data.get(kind, []), list):
            raise InvalidGold(f'{path}: "{kind}" should be a list.')
        for number, record in enumerate(records, 1):
            if not isinstance(record, dict) or not isinstance(record.get("quote"), str):
                raise InvalidGold(f'{path}: {kind}, record {number}: "quote" is missing.')
    return GoldDocument(
        path=path,
        document=data["document"],
        meta=data.get("meta") or {},
        text=data.get("text") or _text_beside(path.parent, PurePosixPath(data["document"]).stem),
        records={kind: data.get(kind, []) for kind in KINDS},
    )


def _text_beside(folder: Path, stem: str) -> str | None:
    """The plain text the marking was made on: below the gold folder, or in a corpus beside it."""
    for place_ in (folder, folder.parent / "corpus"):
        for suffix in (".txt", ".md"):
            for path in sorted(place_.rglob(stem + suffix)):
                return path.read_bytes().decode("utf-8-sig", errors="replace")
    return None


def placed(record: Mapping[str, Any], text: str) -> Span | None:
    """Where a gold record stands in the bare text."""
    return place(record["quote"], text, 0.0, record.get("context"))
