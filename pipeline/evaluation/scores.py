"""What a measurement yields: scores of records, shares of attributes, disagreements, reliability."""

from dataclasses import dataclass


@dataclass
class Score:
    """Counts of one record type: how many gold and found records there are, and how many of them pair."""

    paired: int = 0
    gold: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        return self.paired / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.paired / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, paired: int, gold: int, found: int) -> None:
        self.paired += paired
        self.gold += gold
        self.found += found

    def as_row(self) -> dict[str, float | int]:
        return {
            "precision": self.precision,
            "recall": self.recall,
            "f1": self.f1,
            "gold": self.gold,
            "found": self.found,
        }


@dataclass
class Share:
    """How often one attribute of the paired records is right."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float | None:
        return self.right / self.of if self.of else None

    def add(self, right: bool) -> None:
        self.right += right
        self.of += 1

    def as_row(self) -> dict[str, float | int | None]:
        return {"right": self.right, "of": self.of, "share": self.share}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A gold record that was missed, or a found record that gold does not have."""

    document: str
    kind: str
    verdict: str
    """`missed` or `extra`."""
    text: str
    rule: str | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether gold confirms one found record."""

    kind: str
    rule: str
    fold: str
    confidence: float | None
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """One line of the reliability table: of the records said to be this sure, how many are right."""

    least: float
    below: float
    records: int
    confidence: float
    """Mean of what was said."""
    right: float
    """Share that gold confirms."""


EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)


def reliability(judged: list[tuple[float, bool]]) -> list[Bin]:
    """(confidence, right) pairs gathered into bins; an empty bin is left out."""
    bins = []
    for least, below in zip(EDGES, (*EDGES[1:], float("inf")), strict=True):
        inside = [(said, right) for said, right in judged if least <= said < below]
        if inside:
            mean = sum(said for said, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            bins.append(Bin(least, min(below, 1.0), len(inside), mean, share))
    return bins
