"""Who plays which part in one agenda item: who presents it, who answers, and whom "she" means."""

import re
from dataclasses import replace

from extractors.language.naming import side_of_office, side_of_title, without_title
from extractors.language.people import Person
from extractors.language.speech import Act
from extractors.vocabulary import grammar

_SAID = grammar("comments.grammar")
_SUPPLEMENTARY = re.compile(r"\bsupplementary (?:question|query)[\s,]*$", re.IGNORECASE)
_BESIDE = re.compile(r"\s*[,(]|\s+[–—-]\s|\s+as\s")
"""Where an office begins that stands beside a name."""
_OF_ANOTHER = re.compile(r"(?:The |the )?(?:County|District|Borough) (?:Councillor|Cllr)\b")
"""Members of the council above, who come to a parish's meeting to report."""
_SPEAKS = re.compile(
    r"(?:spoke (?:in|on|against|for|about|of)|felt|complain|object|thought|believ)", re.IGNORECASE
)
_SHE = re.compile(r"(?:Mrs|Ms|Miss|Lady|Baroness|Dame)\b|.*\b(?:Chairwoman|Mayoress)\b")
_HE = re.compile(r"(?:Mr|Sir|Lord|Baron)\b")


class Speakers:
    """Follows one item from its first act on."""

    def __init__(self, text: str, *, public: bool = False) -> None:
        """`public` says that the item is the public's: whoever asks there without an office is a guest."""
        self._text = text
        self._public = public
        self._guests: set[str] = set()
        self._presenters: set[str] = set()
        self._executive: set[str] = set()
        self._singular: list[Person] = []
        self._plural: Person | None = None
        self.begun = False
        """Whether the matter has been presented, so that what members say is discussion."""

    def follow(self, act: Act) -> Person | None:
        """The speaker of `act`, a pronoun resolved, remembered for the pronouns to come."""
        speaker = self.resolve(act.speaker)
        if speaker and self._puts_own_question(act, speaker):
            self._guests.add(self.key(speaker))
            speaker = replace(speaker, side="guest")
        if act.voice == "active" and speaker and speaker.kind not in ("pronoun", "bare"):
            if speaker.kind in ("named", "office") or re.match(
                r"[Aa]n?\b|[Oo]ne\b|[Aa]nother\b", self._words(speaker)
            ):
                self._singular.append(speaker)
            elif speaker.kind == "group":
                self._plural = speaker
        if speaker and speaker.kind == "named" and self.reports(speaker):
            self._executive.add(self.key(speaker))
        if act.hearer and act.hearer.kind in ("named", "office") and self._only_hearer(act):
            self._singular.append(act.hearer)  # "Ms Orme was asked why. She said …"
        if speaker and self._brings(act, speaker):
            self._presenters.add(self.key(speaker))
            self.begun = True
        return speaker

    def _only_hearer(self, act: Act) -> bool:
        """Whether nobody but the hearer of an act is one person, whom "she" may mean."""
        return act.voice == "passive" or (act.speaker is not None and act.speaker.kind in ("group", "body"))

    def _brings(self, act: Act, speaker: Person) -> bool:
        """Whether the act brings a matter before the meeting: a member introduces it, a guest tells of it."""
        if act.deed == "procedure":
            return bool(_SAID["presents"].match(self._text, act.verb[0]))
        if act.voice != "active" or self._public:
            return False
        other = speaker.side == "guest" or _OF_ANOTHER.match(self._words(speaker))
        return bool(_SAID["accounts" if other else "tells_of"].match(self._text, act.verb[0]))

    def resolve(self, person: Person | None) -> Person | None:
        """Whom a pronoun means: the last who spoke, of fitting gender where titles tell it."""
        if person is not None and person.kind == "named" and self.key(person) in self._guests:
            return replace(person, side="guest")
        if person is None or person.kind != "pronoun":
            return person
        word = self._words(person).lower()
        if word == "they":
            return self._plural or (self._singular[-1] if self._singular else None)
        unfit = _HE if word == "she" else _SHE
        fitting = [each for each in self._singular if not unfit.match(self._words(each))]
        return fitting[-1] if fitting else person

    def _puts_own_question(self, act: Act, speaker: Person) -> bool:
        """Whether one with a mere "Mr" asks where the public does, or asks again ("as a supplementary question")."""
        words = self._words(speaker)
        speaks = self._public and _SPEAKS.match(self._text, act.verb[0])
        if not (act.deed in ("ask", "concern") or speaks) or act.voice != "active" or speaker.kind != "named":
            return False
        if side_of_title(words) != "unknown" or side_of_office(words) != "unknown":
            return False
        return self._public or bool(
            _SUPPLEMENTARY.search(self._text, max(0, speaker.start - 60), speaker.start)
        )

    def key(self, person: Person) -> str:
        """What two mentions of one person share: the surname, or the office without its article."""
        words = self._words(person)
        if person.kind in ("named", "bare"):
            return without_title(_BESIDE.split(words)[0]).split(" ")[-1].lower()
        return re.sub(r"^(?:the|a|an)\s+|\s*[,(].*", "", words.lower())

    def same(self, one: Person, other: Person) -> bool:
        """Whether two mentions mean one person."""
        return self.key(one) == self.key(other)

    def presents(self, person: Person) -> bool:
        """Whether the person introduced the item, and so answers for it."""
        return self.key(person) in self._presenters

    def answers(self, person: Person | None) -> bool:
        """Whether the person speaks for the administration: officers, and who presented the item."""
        return person is not None and (person.side == "officer" or self.presents(person))

    def reports(self, person: Person | None) -> bool:
        """Whether the person holds an office in the executive, and so tells the meeting of the business and answers
        for it, where an ordinary member comments."""
        return person is not None and (
            bool(_SAID["executive"].search(self._words(person))) or self.key(person) in self._executive
        )

    def comments(self, person: Person | None) -> bool:
        """Whether what the person says without asking is put to the meeting; what "residents said" is hearsay, unless
        the item is theirs."""
        if person is None or self.reports(person) or not self.asks(person):
            return False
        return self._public or not (
            person.side == "guest" and _SAID["people_say"].fullmatch(self._words(person))
        )

    def asks(self, person: Person | None) -> bool:
        """Whether what the person says is put to the meeting: members and guests but for presenters."""
        return person is not None and person.side in ("member", "guest") and not self.presents(person)

    def _words(self, person: Person) -> str:
        return person.words(self._text)
