"""What the other documents of a council say of its own codes: the measures that they stand for, and which are none."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from extractors.language.code_forms import bare_code

_SHORT = re.compile(r"[A-Za-z]\W?\d")
"""C1, A 8: too like a road, a form or a room to be known by itself."""


@dataclass(frozen=True, slots=True)
class CouncilCodes:
    """What the other documents of a council say of its codes, by bare code."""

    measures: Mapping[str, str] = field(default_factory=dict)
    """The measure that a code stands for."""
    numbers: frozenset[str] = frozenset()
    """Codes that number entries of logs and lists, and are no measure's."""

    @classmethod
    def of(cls, told: Iterable[tuple[str, str | None]]) -> "CouncilCodes":
        """From pairs of bare code and measure, None for a number."""
        pairs = list(told)
        return cls(
            {code: measure for code, measure in pairs if measure},
            frozenset(code for code, measure in pairs if not measure),
        )

    def measure_of(self, code: str) -> str | None:
        """The id of the measure that a printed code stands for."""
        return self.measures.get(bare_code(code))

    def known_anywhere(self, code: str) -> str | None:
        """The same where nothing beside the code says that it is a measure's: None for a very short one."""
        return None if _SHORT.fullmatch(code) else self.measure_of(code)

    def is_number(self, code: str) -> bool:
        """Whether a printed code numbers an entry of a log or list, and no measure."""
        return bare_code(code) in self.numbers


NO_CODES = CouncilCodes()
