"""Words without their endings, the phrases of a text, and what sets a later clause apart from a promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.follow_ups.differences import is_of_another
from pipeline.follow_ups.model import Passage, Promise
from pipeline.follow_ups.promised import subject_of
from pipeline.follow_ups.roots import partners, root
from pipeline.follow_ups.said import said_in
from pipeline.follow_ups.subjects import heading_of, names, numbers, periods, phrases, slots, topics
from pipeline.follow_ups.terms import Weights
from pipeline.follow_ups.traits import traits_of


@pytest.mark.parametrize(
    "forms",
    [
        "recruit recruits recruited recruiting recruitment",
        "hire hires hired hiring",
        "close closed closing",
        "let letting lets",
        "operate operator operation operating",
        "policy policies",
        "taxi taxis",
    ],
)
def test_forms_of_a_word_have_one_root(forms: str) -> None:
    assert len({root(each) for each in forms.split()}) == 1


@pytest.mark.parametrize("words", ["police policy", "care car", "rate rat", "string", "nursery nurse"])
def test_words_that_only_look_alike_are_kept_apart(words: str) -> None:
    assert len({root(each) for each in words.split()}) == len(words.split())


def test_what_clerks_write_one_for_the_other_is_alike_both_ways() -> None:
    assert root("vacant") in partners(root("empty")) and root("empty") in partners(
        root("vacancy")
    ) | partners(root("vacant"))
    assert root("lift") not in partners(root("lawn"))


def test_a_text_speaks_of_phrases_names_and_numbers() -> None:
    text = "The Clerk had written to Ms Tolland on 3 May about the 47 service and the kerbs at Elm Road."
    assert [each for *_, each in phrases(text)][-2:] == [(root("kerbs"),), (root("elm"), root("road"))]
    assert numbers(text) == {"47"}
    assert names(text) == {root("elm"), root("road")}
    assert [each.word for each in slots("a note on kerbs for members")] == ["about"]
    assert periods("figures for 2018/19 and the second quarter, sent on 3 May 2020") == {
        "2018/19",
        "second quarter",
    }
    assert heading_of("Minute 34 – Bus shelter, Hob Lane: it had been mended.") == "Bus shelter, Hob Lane"
    assert topics("The report was noted by members.") == frozenset()


@pytest.mark.parametrize(
    ("kind", "promised", "said", "apart"),
    [
        ("other", "repair the scout hut", "The cricket hut had been repaired.", True),
        ("other", "repair the scout hut", "The hut of the scouts had been repaired.", False),
        ("other", "repair the scout hut", "The old scout hut had been repaired.", False),
        ("letter", "write to the bus company about the 47 service", "The Clerk had written about the 12 bus.", True),
        ("letter", "write to the police about speeding", "The Clerk had written to the police about theft.", True),
        ("letter", "write to the landowner about the stile", "The landowner had written about the stile.", True),
        ("letter", "write to the landowner about the stile", "The landowner had replied about the stile.", False),
        ("information", "send a breakdown of complaints", "A breakdown of grants had been sent.", True),
        ("information", "send members the sickness figures", "The sickness figures had been sent to the press.", True),
        ("information", "send the sickness figures for 2018", "The sickness figures for 2016 had been sent.", True),
        ("report", "a report on the demand for stalls", "A report on the level of stall rents was presented.", True),
        ("training", "training for members on fraud", "Staff had received training on fraud.", True),
        ("visit", "members to visit Hob Quarry", "Members had visited Tarn Quarry.", True),
    ],
)  # fmt: skip
def test_what_is_about_another_thing_is_told_apart(kind: str, promised: str, said: str, apart: bool) -> None:
    promise = Promise("1", promised, "", kind, None, "2031-01-01", "Tarn", "Panel")
    passage = Passage("2", "2", said, 0, "2031-03-01", "Tarn", "Panel", item="Matters arising")
    weights = Weights([topics(promised), topics(said)])
    subject = subject_of(promise)
    found = said_in(passage, kind)
    assert all(
        (traits_of(subject, each, weights) is None or is_of_another(subject, each, weights)) is apart
        for each in found
    )


_TEXT = st.text(alphabet=st.sampled_from("abCDe. |–-:;,\n9’ of to had been sent it The was"), max_size=60)


@given(_TEXT, _TEXT, _TEXT, st.sampled_from(["letter", "report", "visit", "other", "unheard of"]))
def test_traits_of_any_texts_are_shares(promised: str, context: str, said: str, kind: str) -> None:
    promise = Promise("1", promised, context, kind, "Clerk", "2031-01-01", None, "Panel")
    passage = Passage("2", "2", said, 0, "2031-03-01", None, "Panel", item=context)
    weights = Weights([topics(promised), topics(said)])
    for each in said_in(passage, kind):
        traits = traits_of(subject_of(promise), each, weights)
        assert traits is None or all(0 <= value <= 1 + 1e-9 for value in traits), traits
        is_of_another(subject_of(promise), each, weights)
