"""Which documents a question is about: council, committee, dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the names of council and committee (`exact`: the whole names), and ISO dates, both inclusive.
    None: all."""

    council: str | None = None
    committee: str | None = None
    since: str | None = None
    until: str | None = None
    exact: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return not (self.council or self.committee or self.since or self.until)

    def condition(self, table: str) -> tuple[str, list[str]]:
        """An SQL condition on the `table` that has these columns, and its parameters."""
        parts, values = ["1"], []
        for column, value in (("council", self.council), ("committee", self.committee)):
            if value and self.exact:
                parts.append(f"{table}.{column} = ?")
                values.append(value)
            elif value:
                parts.append(f"instr(lower(coalesce({table}.{column}, '')), lower(?))")
                values.append(value)
        for sign, value in ((">=", self.since), ("<=", self.until)):
            if value:
                parts.append(f"{table}.date {sign} ?")
                values.append(value)
        return " and ".join(parts), values

    def in_words(self) -> str:
        """ "of the Health Committee since 2023-01-01", empty where nothing is left out."""
        parts = [f"of {name}" for name in (self.committee, self.council) if name]
        parts += [f"since {self.since}"] if self.since else []
        parts += [f"until {self.until}"] if self.until else []
        return " ".join(parts)


WHOLE = Scope()
"""All documents."""


def placeholders(values: Sequence[object]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))
