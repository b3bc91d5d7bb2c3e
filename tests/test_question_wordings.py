"""Wordings of questions and answers by family, each with sentences that look like them and are none.

The cases are in `question_wordings.txt`: one a paragraph, «what was asked», ‹what answers it›; a second question's
answer is marked ‹#2 …›. `## group @head` begins a group, whose head says what kind of body meets.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.language.parsed import Parsed
from extractors.questions import Question, find
from tests.documents import parsed

HEADS = {
    "council": (
        "Present: Councillors A Orme (Chair), B Webb, C Finch, D Vale and E Snell\n"
        "Officers: Ms Gail Hurst (Director of Place), Mr Ian Jolly (Head of Finance)\n# 12. Performance report\n"
    ),
    "page": "# Performance report, Quarter 2\n",
    "police": (
        "Present: Cllr A Orme (Chairman), Cllr B Webb, Cllr C Finch, Mrs D Vale (Independent Member)\n"
        "In attendance: Mr P Holt (Police and Crime Commissioner), Ms R Stagg (Chief Executive)\n# 5. Crime Plan\n"
    ),
    "school": (
        "Present: Ann Orme (AO, Chair), Bill Webb (BW), Cath Finch (CF), Gail Hurst (GH, Headteacher), Ian Jolly (IJ)\n"
        "In attendance: Joy Kerr (Clerk)\n# 4. Headteacher's report\n"
    ),
}
_MARK = re.compile(r"‹(?:#(\d+) )?([^›]*)›|«([^»]*)»")
_PERSON = re.compile(r"\s*\|\| (.*)$", re.DOTALL)


def _read_cases() -> Iterator[tuple[str, str]]:
    head = "council"
    text = Path(__file__).with_name("question_wordings.txt").read_text(encoding="utf-8")
    for paragraph in re.split(r"\n\s*\n", text):
        if paragraph.startswith("##"):
            head = paragraph.rpartition("@")[2].strip()
        elif not paragraph.startswith("#"):
            yield head, paragraph.strip()


CASES = list(_read_cases())


def _marked(text: str) -> list[tuple[str, str | None]]:
    """The questions of the marked text with their answers, in order."""
    asked: list[list[str | None]] = []
    early: str | None = None
    for which, answer, question in _MARK.findall(text):
        if question:
            asked.append([_bare(question), early])
            early = None
        elif not asked:
            early = _bare(answer)
        else:
            asked[int(which or len(asked)) - 1][1] = _bare(answer)
    return [(str(question), answer) for question, answer in asked]


def _bare(words: str) -> str:
    return words.strip(" .;,–?")


def _found(head: str, text: str) -> list[Question]:
    return sorted(find(_document(head, text)), key=lambda each: each.start_char)


def _document(head: str, text: str) -> Parsed:
    return parsed(HEADS[head] + re.sub(r"[«»›]|‹(?:#\d+ )?", "", text))


def _words(head: str, text: str) -> list[tuple[str, str | None]]:
    whole = _document(head, text).text
    return [
        (_bare(whole[each.start_char : each.end_char]), each.answer and _bare(each.answer))
        for each in _found(head, text)
    ]


@pytest.mark.parametrize(("head", "case"), CASES)
def test_wording(head: str, case: str) -> None:
    text = _PERSON.sub("", case)
    assert _words(head, text) == _marked(text)


@pytest.mark.parametrize(("head", "case"), [each for each in CASES if _PERSON.search(each[1])])
def test_who_asked_and_who_answered(head: str, case: str) -> None:
    said = _PERSON.search(case)
    assert said is not None
    found = _found(head, _PERSON.sub("", case))
    for claim in said.group(1).split("; "):
        who, _, name = claim.partition("=")
        numbers = [int(who[-1]) - 1] if who[-1].isdigit() else range(len(found))
        field = "asker" if who.startswith("asker") else "answered_by"
        assert all(getattr(found[at], field) == name for at in numbers)
