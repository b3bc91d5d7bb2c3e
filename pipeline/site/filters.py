"""What the address of a list asks for: the same for its page, its files and its feed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from datasette.utils.asgi import Request

from pipeline.queries.scope import Scope

_LONGEST = 500
"""Characters of a value; what is longer was not typed by a person."""
_SHAPES = {
    "year": re.compile(r"[0-9]{4}"),
    "due_by": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "age": re.compile(r"[0-9]{1,5}"),
    "sure": re.compile(r"[0-9]{1,2}|100"),
}
"""What cannot be meant is left out."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The values by name, empty where the list is not narrowed. `age` is in days, `sure` in a hundred."""

    path: str
    values: Mapping[str, str]

    @classmethod
    def of(cls, request: Request, path: str, names: tuple[str, ...]) -> "Filters":
        said = {name: (request.args.get(name) or "").strip()[:_LONGEST] for name in names}
        return cls(path, {name: value if _is_sound(name, value) else "" for name, value in said.items()})

    def said(self, name: str) -> str:
        """The value of a filter; empty for one that this list does not have, too."""
        return self.values.get(name, "")

    @property
    def scope(self) -> Scope:
        year = self.said("year")
        first, last = (f"{year}-01-01", f"{year}-12-31") if year else (None, None)
        return Scope(self.said("council") or None, self.said("committee") or None, first, last, exact=True)

    @property
    def at_least(self) -> float:
        """How sure a record must be, 0 to 1."""
        return int(self.said("sure") or 0) / 100

    def address(self, form: str = "", **changes: str | int) -> str:
        """The path of this list with something changed, as a page or, with `form`, as a file: "csv", "atom"."""
        asked = {name: value for name, value in {**self.values, **changes}.items() if value}
        path = f"{self.path}.{form}" if form else self.path
        return f"{path}?{urlencode(asked)}" if asked else path


def _is_sound(name: str, value: str) -> bool:
    shape = _SHAPES.get(name)
    return "\x00" not in value and (shape is None or shape.fullmatch(value) is not None)
