"""Golden folders of layouts: an input file beside what it reads as. `python -m tests.golden_layouts` writes
`expected.txt` anew for all; read the difference before you commit it."""

from collections.abc import Iterator
from pathlib import Path

from extractors.model import Block, Document
from pipeline.documents import read_document
from pipeline.layouts import LAYOUTS
from pipeline.layouts.base import Unreadable

GOLDEN = Path(__file__).parent / "golden" / "layouts"


def folders() -> Iterator[tuple[Path, Path]]:
    """Each input with the file that says what it reads as."""
    for folder in sorted(GOLDEN.iterdir()):
        for path in folder.glob("input.*"):
            yield path, folder / "expected.txt"


def describe(path: Path) -> str:
    """The layout, fields, what is known of the document, problems and blocks of a file, as people read them."""
    data = path.read_bytes()
    layout = next(one for one in LAYOUTS if one.accepts(data, path.suffix))
    lines = [f"layout: {layout.name}"]
    try:
        document = read_document(data, path.name)
    except Unreadable as unreadable:
        problem = unreadable.problem
        return f"{lines[0]}\nunreadable: {problem.error}: {problem.detail}\n"
    lines += [f"{name}: {value}" for name, value in sorted(layout.read(data).fields.items())]
    lines.append(f"document: {_known(document)}")
    lines += [f"problem: {problem.error}: {problem.detail}" for problem in document.problems]
    lines += ["", *(_line(document, block) for block in document.blocks)]
    return "\n".join(lines) + "\n"


def _known(document: Document) -> str:
    """What kind of document it is, whose, when and what about; "-" for what is not known."""
    known = (document.kind, document.council, document.committee, document.date, document.title)
    return " | ".join(one or "-" for one in known)


def _line(document: Document, block: Block) -> str:
    """ "bullet 1 minutes [(a)] (a) noted the report": kind, level, role, label, text; then what cells carry."""
    words = [block.kind, str(block.level)]
    words += [word for word in (block.role, f"table {block.table}" if block.table else None) if word]
    words += ["header"] if block.header else []
    words += [f"[{block.label}]"] if block.label else []
    words.append(f"| {document.text[block.start : block.end]}")
    for at, (_, _, cell) in enumerate((span.start, span.end, span.cell) for span in block.cells):
        known = [cell.fill, cell.mark, f"spans {cell.span}" if cell.span > 1 else None]
        known += [f"column {cell.column}"] if cell.column != at else []
        if any(known):
            words.append(f"\n    cell {at}: {', '.join(filter(None, known))}")
    return " ".join(words)


def main() -> None:
    """Write what every input reads as now."""
    for path, expected in folders():
        expected.write_text(describe(path), encoding="utf-8")


if __name__ == "__main__":
    main()
