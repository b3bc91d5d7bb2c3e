"""Tables of any format by their words: votes, forms, column names, cells that number what stands beside them."""

import re
from collections.abc import Callable, Iterable, Sequence

from extractors.vocabulary import grammar, words

MOST_PARAGRAPHS = 2
"""A cell with more holds running text."""
_LONGEST_NAME = 40
"""Characters of a column's name."""
_LONG = 250
"""Characters of a cell that holds talk rather than an entry."""
_SHARE_OF_TALK = 0.6
_FIGURE = re.compile(r"[£$(]?[\d.,]+\s?(?:%|k|m)?\)?")
_MOST_FIGURES = 0.05
_SIDE = re.compile(
    r"(?:vot(?:es?|ed|ing)\s+)?(?:for|in\s+favour|against|abst(?:ain(?:ed|ing)?|entions?))"
    r"\s*(?:[(\[]\s*\d{1,3}\s*[)\]])?\s*:?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:[Ii]tem|[Mm]inute|[Mm]in\.?)?\s?(?:[Nn]o\.?\s)?\d{1,3}(?:\.\d{1,2})?[.)]?|\(?[a-z]{1,4}[.)]|"
    # A minute's number with its year or body: "2025/07", "21/44", "FC/24/101", "P.12/25".
    r"(?!\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d$)(?:[A-Z]{1,5}\d?[ ./-]?)?\(?\d{1,4}\)?(?:[./-]\d{1,4}){1,2}[a-z]?[.)]?|"
    r"[A-Z]{1,5}[ ./-]?\d{1,4}[a-z]?\.?)"
)
_POINT = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,3}\.\d{1,3}|[•·–▪o*-])", re.IGNORECASE)
_SENTENCE = 15
"""Characters that the points of a list have on average, and the entries of a table need not."""
_MOST_SHORT = 100
_TASKS = grammar("action_lines.grammar")
_COLUMN = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, words('column_names.txt')))}|q[1-4]|20\d\d(?:/\d\d)?)\b", re.IGNORECASE
)
_WHO = re.compile(
    r"(?:(?:\w+ )?(?:members|officers|councillors|others?|public) )?(?:present|attend\w+|apologies.*|absent)"
    r"|in attendance|substitutes|guests|officers|members|councillors",
    re.IGNORECASE,
)
_FORM = frozenset(words("form_labels.txt"))


def vote_lines(
    rows: Sequence[Sequence[str]], lists: Callable[[], Sequence[Sequence[str]]]
) -> list[str] | None:
    """A recorded vote as lines, "For (2)" before its names; None where the table is none. `lists` gives the same
    rows, each cell as a list."""
    if not any(_SIDE.fullmatch(next(filter(None, row), "")) for row in rows):
        return None
    rows = lists()
    worded = [[text for text in row if text] for row in rows]
    if len(rows[0]) > 1 and all(_SIDE.fullmatch(text) for text in rows[0]):
        columns = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(len(rows[0]))]
        return [text for side, *names in columns for text in (side, ", ".join(names)) if text]
    return [text for row in worded for text in row]


def as_list(lines: Iterable[str]) -> str:
    """The lines of a cell as one, parted by commas."""
    return ", ".join(line.rstrip(" ,;") for line in lines)


def form_lines(
    rows: Sequence[Sequence[str]], lists: Callable[[], Sequence[Sequence[str]]]
) -> list[str] | None:
    """A form as lines, "Present: Councillors …"; None where the table is none. `lists` gives the same rows, each cell
    as a list: names below one another are parted by commas."""
    worded = [row for row in rows if any(row)]
    if not worded or max(map(len, worded)) != 2:
        return None
    labelled = [row for row in worded if len(row) == 2 and row[0].rstrip(" :").lower() in _FORM]
    if len(labelled) * 2 <= len(worded) or any(
        names_columns(row) for row in worded[:1] if row not in labelled
    ):
        return None
    return [_form_line(row, listed) for row, listed in zip(rows, lists(), strict=True) if any(row)]


def _form_line(row: Sequence[str], listed: Sequence[str]) -> str:
    if len(row) != 2 or not row[0]:
        return " ".join(row)
    names = bool(_WHO.fullmatch(row[0].rstrip(" :"))) and not re.search(r"\.(?:,|$)", listed[1])
    return f"{row[0].rstrip(' :')}: {listed[1] if names else row[1]}"


def names_columns(texts: Sequence[str]) -> bool:
    """Whether a table's first row reads as the names of its columns."""
    worded = [text for text in texts if text]
    if len(worded) < 2 or any(
        len(text) > _LONGEST_NAME or re.match(r"[£$(]?[\d.,]+%?$", text) or _POINT.fullmatch(text)
        for text in worded
    ):
        return False
    return sum(bool(_COLUMN.search(text)) for text in worded) * 3 >= len(worded)


def holds_talk(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table is minutes set in columns: most of its words stand in long cells, and it has no figures."""
    texts = [text for row in rows for text in row if text]
    long = sum(len(text) for text in texts if len(text) > _LONG)
    if long <= _SHARE_OF_TALK * sum(map(len, texts)):
        return False
    figures = sum(bool(_FIGURE.fullmatch(row[at])) for row in rows for at in range(1, len(row)))
    return figures <= _MOST_FIGURES * len(texts)


def numbers_text(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table is a list set in two columns: "(a)" and beside it the words."""
    worded = [row for row in rows if any(row)]
    if not worded or any(len(row) != 2 or not row[1] for row in worded) or not worded[0][0]:
        return False
    if not all(not label or _POINT.fullmatch(label) for label, _ in worded):
        return False
    said = [text for _, text in worded]
    return all(re.match(r"\W*[a-zA-Z]", text) for text in said) and sum(map(len, said)) > _SENTENCE * len(
        said
    )


def is_lone_label(text: str) -> bool:
    """Whether the text is nothing but a number or letter: "4", "4.", "(a)", "2025/07"."""
    return bool(_LABEL.fullmatch(text))


def task_note(name: str, text: str) -> str | None:
    """What a cell beside the minutes says of who acts and when, with its column's name: "Action: Clerk"; None for a
    cell of another column, or one that holds more than a note."""
    named = any(_TASKS[kind].fullmatch(name) for kind in ("column", "column_owner", "column_due"))
    return f"{name.rstrip(' :')}: {text}" if named and 0 < len(text) <= _MOST_SHORT else None
