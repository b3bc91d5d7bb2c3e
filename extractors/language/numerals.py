"""Numbers as minutes print them, in figures or words: "1,204", "2.5 million", "twenty-one", "a hundred and six"."""

import re

from extractors.vocabulary import rows

_WORDS = {row["word"]: float(row["value"]) for row in rows("numbers.csv")}
_SCALE_FROM = 1000


def number_of(text: str) -> float | None:
    """The value of one printed number, or None where `text` is none.

    A scale ("million", "k", "bn") may follow. Tens and units add up, hundreds and scales multiply.
    """
    total = current = 0.0
    known = False
    for token in re.findall(r"\d[\d,]*(?:\.\d+)?|[A-Za-z]+", text):
        if token[0].isdigit():
            current += float(token.replace(",", ""))
        elif (value := _WORDS.get(token.lower())) is None:
            if token.lower() != "and":
                return None
            continue
        elif value >= _SCALE_FROM:
            total, current = total + (current or 1) * value, 0.0
        elif token.lower() in ("hundred", "dozen"):
            current = (current or 1) * value
        else:
            current += value
        known = True
    return round(total + current, 6) if known else None
