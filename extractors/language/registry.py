"""The measures that are known: the shipped ones and those that a council adds, found by code and by name."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import cast

from rapidfuzz import fuzz

from extractors.language.code_forms import bare_code, bare_council, framework_of, local_id
from extractors.language.measure_words import slug, terms_of
from extractors.language.registered import Alias, Indicator, Named, Use, make_alias, use_of_name
from extractors.vocabulary import rows

LIKE = 82.0
"""Least likeness (0 to 100) at which a name in other words is taken for a known one. On the marked documents F1 of
mentions is 0.80 anywhere from 76 to 95, and less below."""


@dataclass(frozen=True)
class Registry:
    """Known measures; where two share a name or code, the one that stands first has it."""

    indicators: tuple[Indicator, ...]
    aliases: tuple[Alias, ...]
    """Names included. Those without a word of their own are left out."""

    @cached_property
    def by_id(self) -> dict[str, Indicator]:
        return {indicator.id: indicator for indicator in reversed(self.indicators)}

    @cached_property
    def _codes(self) -> dict[tuple[str | None, str], str]:
        return {
            (bare_council(entry.council), bare_code(entry.code)): entry.id
            for entry in reversed(self.indicators)
            if entry.code
        }

    @cached_property
    def _names(self) -> dict[tuple[str, ...], Alias]:
        names = {alias.key: alias for alias in reversed(self.aliases)}
        return names | {alias.key: alias for alias in reversed(self.aliases) if alias.use != "counted"}

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How telling a term is: 1 for one that a single name has, less the more names have it."""
        counts = Counter(term for alias in self.aliases for term in set(alias.terms))
        return {term: 1.0 / count**0.5 for term, count in counts.items()}

    @cached_property
    def by_trigger(self) -> dict[str, list[Alias]]:
        """The names by their most telling term."""
        table: dict[str, list[Alias]] = {}
        for alias in self.aliases:
            trigger = max(alias.terms, key=lambda term: (self.weights[term], term))
            table.setdefault(trigger, []).append(alias)
        return table

    @cached_property
    def standing_alone(self) -> dict[str, list[Alias]]:
        """Of `by_trigger`, the names that are mentions wherever they stand."""
        return self._by_trigger_if(lambda alias: alias.use == "alone")

    @cached_property
    def told_of(self) -> dict[str, list[Alias]]:
        """Of `by_trigger`, the names that are mentions where a level is told."""
        return self._by_trigger_if(
            lambda alias: alias.use == "alone" or (alias.use == "cue" and len(alias.terms) > 1)
        )

    def _by_trigger_if(self, wanted: Callable[[Alias], bool]) -> dict[str, list[Alias]]:
        kept = {trigger: list(filter(wanted, aliases)) for trigger, aliases in self.by_trigger.items()}
        return {trigger: aliases for trigger, aliases in kept.items() if aliases}

    def find_code(self, code: str, council: str | None = None) -> Indicator | None:
        """The measure of a printed code ("NI117", "BV 12"): the council's own first; of "BV 12a" also that of BV 12."""
        bare = bare_code(code)
        for owner in (bare_council(council), None):
            for key in (bare, re.sub(r"(?<=\d)[a-z]+$", "", bare)):
                if found := self._codes.get((owner, key)):
                    return self.by_id[found]
        return None

    def named(self, name: str, *, counted: bool = False) -> Indicator | None:
        """The measure that has exactly this name, in any order of its words; `counted`: be it only a thing counted."""
        alias = self._names.get(tuple(sorted(terms_of(name))))
        return self.by_id[alias.id] if alias and (counted or alias.use != "counted") else None

    @cached_property
    def _resolved(self) -> dict[tuple[str, ...], str | None]:
        return {}

    def resolve(self, name: str) -> Indicator | None:
        """The measure that a name in other words means, or None.

        Names that share a telling term are compared as sets of terms; a "not" in one only, or two different
        abbreviations, part them.
        """
        terms = terms_of(name)
        if terms not in self._resolved:
            self._resolved[terms] = self._closest(terms)
        found = self._resolved[terms]
        return self.by_id[found] if found else None

    def _closest(self, terms: tuple[str, ...]) -> str | None:
        exact = self._names.get(tuple(sorted(terms)))
        if exact:
            return exact.id
        best: tuple[float, str] | None = None
        for term in dict.fromkeys(terms):
            for alias in self.by_trigger.get(term, ()):
                score = self._alike(alias, terms) if len(alias.terms) > 1 else 0.0
                if score >= LIKE and (best is None or score > best[0]):
                    best = (score, alias.id)
        return best[1] if best else None

    def likeness(self, name: str, indicator_id: str) -> float:
        """How near (0 to 100) the name comes to the nearest of the measure's own; one cut short is all of it."""
        terms = terms_of(name)
        return max(
            (
                100.0 if set(terms) <= set(alias.terms) else self._alike(alias, terms)
                for alias in self._names_of.get(indicator_id, ())
            ),
            default=0.0,
        )

    @cached_property
    def _names_of(self) -> dict[str, list[Alias]]:
        table: dict[str, list[Alias]] = {}
        for alias in self.aliases:
            table.setdefault(alias.id, []).append(alias)
        return table

    def _alike(self, alias: Alias, terms: Sequence[str]) -> float:
        if not _agree(alias.terms, terms):
            return 0.0
        one, other = (" ".join(sorted(set(each))) for each in (alias.terms, terms))
        return fuzz.ratio(one, other) * self._shared(alias.terms, terms)

    def _shared(self, one: Sequence[str], other: Sequence[str]) -> float:
        """0 to 1: the weight of the terms in both over that of the terms in either, its fourth root."""
        here, there = set(one), set(other)
        common = sum(self.weights.get(term, 0.5) for term in here & there)
        either = sum(self.weights.get(term, 0.5) for term in here | there)
        return float((common / either) ** 0.25)

    def with_rows(self, added: Iterable[Mapping[str, str]], council: str | None = None) -> "Registry":
        """This registry and the rows of a council's own list, which go first.

        A row has `code` and `name` (one may be empty), and may have `aliases` (`;` between them), `unit`,
        `polarity` and `council` (else the one given). A row without code and name is passed over. A row whose
        name or code is a known measure's adds its names to that.
        """
        indicators: list[Indicator] = []
        aliases: list[Alias] = []
        for row in added:
            entry = self._own(row, council)
            if entry is None:
                continue
            indicators.append(entry)
            names = [entry.name, *(row.get("aliases") or "").split(";")]
            aliases += [alias for name in names if (alias := make_alias(entry.id, name, "alone"))]
        return Registry((*indicators, *self.indicators), (*aliases, *self.aliases))

    def _own(self, row: Mapping[str, str], council: str | None) -> Indicator | None:
        code, name = (row.get("code") or "").strip() or None, (row.get("name") or "").strip()
        owner = (row.get("council") or "").strip() or council
        known = self.find_code(code) if code else None
        known = known or (self.named(name) if name else None)
        if not code and not slug(name):
            return None
        return Indicator(
            known.id if known else local_id(code, owner) if code else slug(name),
            code,
            name or (known.name if known else code or ""),
            known.framework if known else "local",
            (row.get("unit") or "").strip() or (known.unit if known else None),
            (row.get("polarity") or "").strip() or (known.polarity if known else None),
            owner,
            listed=True,
        )

    def describe(self, mentions: Iterable[Named]) -> tuple[list[dict[str, str | None]], list[dict[str, str]]]:
        """The rows of `indicators` and of `indicator_aliases` for the measures mentioned, each once, by id.

        A measure that is not registered is described from its mentions: the code and the shortest name printed.
        """
        printed: dict[str, list[Named]] = {}
        for mention in mentions:
            if mention.indicator_id:
                printed.setdefault(mention.indicator_id, []).append(mention)
        own: dict[str, list[str]] = {key: [] for key in printed}
        for alias in self.aliases:
            if alias.id in own:
                own[alias.id].append(alias.text)
        measures: list[dict[str, str | None]] = []
        names: list[dict[str, str]] = []
        for key in sorted(printed):
            entry = self.by_id.get(key) or _describe_unregistered(key, printed[key])
            measures.append(
                {
                    "id": entry.id,
                    "code": entry.code,
                    "name": entry.name,
                    "framework": entry.framework,
                    "unit": entry.unit,
                    "polarity": entry.polarity,
                }
            )
            also = {m.name for m in printed[key] if m.name}
            names += [{"indicator_id": key, "alias": alias} for alias in sorted(also | set(own[key]))]
        return measures, names


@cache
def shipped() -> Registry:
    """The registry that comes with the project."""
    indicators = tuple(
        Indicator(
            row["id"],
            row["code"] or None,
            row["name"],
            row["framework"] or None,
            row["unit"] or None,
            row["polarity"] or None,
        )
        for row in rows("indicators.csv")
    )
    listed = [(row["indicator_id"], row["alias"], row["use"]) for row in rows("indicator_aliases.csv")]
    named = [(entry.id, entry.name, use_of_name(entry.name)) for entry in indicators]
    aliases = (make_alias(key, text, cast(Use, use)) for key, text, use in (*listed, *named))
    return Registry(indicators, tuple(alias for alias in aliases if alias))


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    parting = {"not", "no", "neet", "eet", "without", "careleaver", "childincare", "cpplan", "ehcp"}
    return parting.intersection(one) == parting.intersection(other)


def _describe_unregistered(key: str, mentions: Sequence[Named]) -> Indicator:
    code = min((m.code for m in mentions if m.code), default=None)
    names = sorted({m.name for m in mentions if m.name}, key=lambda name: (len(name), name))
    framework = framework_of(code) or "local" if code else None
    return Indicator(key, code, names[0] if names else key.replace("-", " "), framework, None, None)
