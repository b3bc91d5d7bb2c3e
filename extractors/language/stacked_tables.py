"""Tables of actions whose cells were printed one below the other: "Action", "Who", "When", then each row's cells."""

from collections.abc import Iterator, Sequence

from extractors.language.deeds import first_deed
from extractors.language.due_phrases import find_due
from extractors.language.undertaken import Undertaking
from extractors.model import Block, Document
from extractors.vocabulary import grammar

_LINES = grammar("action_lines.grammar")
_HEADS = ("action", "owner", "due", "status")
_LONGEST_HEAD = 60
_LONGEST_CELL = 60
"""No cell that says who or when is longer, in characters."""


def find_stacked(document: Document) -> Iterator[Undertaking]:
    """The rows of every such table, in order; a table ends where a cell does not fit its column."""
    blocks = document.blocks
    at = 0
    while at < len(blocks):
        columns = _columns(document, blocks, at)
        if not columns:
            at += 1
            continue
        at += len(columns)
        while row := _row(document, blocks, at, columns):
            cells, at = row
            yield _entry(document, cells)


def _columns(document: Document, blocks: Sequence[Block], at: int) -> list[str]:
    """The columns whose heads are the blocks from `at` on: the action and who does it, perhaps more; or none."""
    found: list[str] = []
    for block in blocks[at : at + len(_HEADS)]:
        words = document.words(block)
        name = next(
            (name for name in _HEADS if name not in found and _LINES[f"column_{name}"].fullmatch(words)), None
        )
        if name is None or block.kind == "table_row" or len(words) > _LONGEST_HEAD:
            break
        found.append(name)
    return found if found[:1] == ["action"] and "owner" in found else []


def _row(
    document: Document, blocks: Sequence[Block], at: int, columns: Sequence[str]
) -> tuple[dict[str, Block], int] | None:
    """The cells of the row that begins at `at`, and where the next begins. When it is due may be left out."""
    cells: dict[str, Block] = {}
    for name in columns:
        block = blocks[at] if at < len(blocks) else None
        if block is not None and _fits(document, block, name):
            cells[name] = block
            at += 1
        elif name in ("action", "owner"):
            return None
    return cells, at


def _fits(document: Document, block: Block, name: str) -> bool:
    if block.kind == "table_row":
        return False
    words = document.text[block.body : block.end].strip()
    if name == "action":
        return len(words) > 6 and not _LINES["only_owner"].fullmatch(words)
    if block.label or len(words) > _LONGEST_CELL:
        return False
    if name == "owner":
        return bool(_LINES["only_owner"].fullmatch(words))
    if name == "due":
        return bool(_LINES["some_time"].fullmatch(words)) or find_due(words, 0, len(words)) is not None
    return bool(_LINES["some_status"].fullmatch(words))


def _entry(document: Document, cells: dict[str, Block]) -> Undertaking:
    action = cells["action"]
    words = {name: document.words(block) for name, block in cells.items()}
    return Undertaking(
        action.body, action.end, first_deed(document.text, action.body, action.end), "agreed", "action.log",
        owner=words["owner"], due=words.get("due"), status=words.get("status"),
    )  # fmt: skip
