"""The second reading: sentences that no rule reads, by the weight of all their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.second_reading import Example, learn
from extractors.language.parsed import Parsed
from extractors.language.second_reading import BASE, KINDS, likelihoods, read_again
from extractors.language.weighed import weighed_deed
from extractors.vocabulary import rows
from pipeline.documents import read_document
from pipeline.extract import extract

HEAD = "Minutes of the Leisure Panel\n\n1. Bathing huts\n\n"


def parsed(words: str) -> Parsed:
    return Parsed(read_document((HEAD + words).encode(), "minutes.txt"))


def last_wording(words: str) -> frozenset[str]:
    reading = parsed(words)
    return reading.wording(len(reading.sentences) - 1)


def test_a_wording_tells_who_by_the_side_of_the_table_and_no_name() -> None:
    traits = last_wording("Councillor Tolliver reckoned that 14 huts leaked.")

    assert {"@member", "^ @member", "that 0 hut", "before:bath"} <= traits
    assert not any("tolliver" in trait.lower() or "14" in trait for trait in traits)


def test_a_wording_tells_what_is_done_in_so_many_words() -> None:
    assert "does:ask member" in last_wording("Councillor Tolliver asked why the huts leaked.")


def test_a_wording_counts_words_by_their_roots() -> None:
    assert "leak" in last_wording("The huts were leaking badly again this winter.")


def test_the_base_alone_makes_nothing_likely() -> None:
    assert all(each < 0.5 for each in likelihoods(frozenset({"no such trait"})))


@given(st.frozensets(st.sampled_from([row["trait"] for row in rows("second_reading.csv")]), max_size=60))
def test_a_likelihood_is_one(traits: frozenset[str]) -> None:
    assert all(0 <= each <= 1 for each in likelihoods(traits))


def test_what_the_rules_have_read_is_left_alone() -> None:
    reading = parsed("It was put to officers whether the huts leaked. The huts had leaked.")
    numbered = list(enumerate(reading.sentences))
    everything = [(0, len(reading.text))]

    assert any(read_again(numbered, [], reading.wording).values())
    assert not any(read_again(numbered, everything, reading.wording).values())


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Clerk and Chair to have sight of the contract before the next meeting.", "weighed.action"),
        (
            "It would be for the Clerk to price huts and let the Panel have the list by email.",
            "weighed.action",
        ),
        ("Members could not follow why the rent had gone up and put this to officers.", "weighed.question"),
    ],
)
def test_what_no_rule_reads_is_found_and_says_so(words: str, rule: str) -> None:
    document = read_document((HEAD + words).encode(), "minutes.txt")
    found = [record for record in extract(document).records if record.rule.startswith("weighed")]

    assert [(record.rule, document.text[record.start_char : record.end_char]) for record in found] == [
        (rule, words.removesuffix("."))
    ]


def test_who_stands_above_a_sentence_does_not_own_what_it_says() -> None:
    reading = parsed("Councillor Ann Tolliver\n\nThe Chair was for seeing the huts at first hand.")
    deed = weighed_deed(reading.text, reading.sentences[-1], reading.people, ())

    assert deed.owner is None


def test_a_document_may_be_read_by_the_rules_alone() -> None:
    words = "Clerk and Chair to have sight of the contract before the next meeting."
    document = read_document((HEAD + words).encode(), "minutes.txt")

    assert Parsed(document).undertakings
    assert not Parsed(document, reads_again=False).undertakings


def test_the_weights_are_of_words_and_not_of_names_or_numbers() -> None:
    traits = [row["trait"] for row in rows("second_reading.csv")]
    words = [trait for trait in traits if not trait.startswith("length:")]

    assert BASE in traits
    assert traits == sorted(set(traits))
    assert not [word for word in words if word != word.lower() or set(word) & set("123456789")]


def test_weights_are_learnt_of_what_tells() -> None:
    telling = [Example(frozenset({"to be sent", "the"}), frozenset({"actions"}))] * 5
    others = [Example(frozenset({"was thanked", "the"}), frozenset())] * 5
    weights = learn([*telling, *others], "actions")

    assert weights["to be sent"] > 0 > weights["was thanked"]
    assert set(KINDS) == {"questions", "actions", "decisions"}
