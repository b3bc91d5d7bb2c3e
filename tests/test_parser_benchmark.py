"""The parser's experiment counts fairly, reads trees as it says, and tells what to install."""

from collections import defaultdict
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, Token

from benchmarks import bench, parser
from benchmarks.parser import Tally, Trial
from benchmarks.parser_features import FEATURES
from benchmarks.syntax import Cost, is_conditional, is_relative, subject_of
from extractors.language.parsed import Parsed
from pipeline.documents import read_document

VOCAB = spacy.blank("en").vocab


def tree(*words: tuple[str, int, str, str]) -> Doc:
    """A tree by hand: (word, index of its head, dependency, part of speech)."""
    texts, heads, deps, pos = zip(*words, strict=True)
    return Doc(VOCAB, words=list(texts), heads=list(heads), deps=list(deps), pos=list(pos))


class Language:
    """Gives the same trees whatever it is asked."""

    def __init__(self, *docs: Doc) -> None:
        self.docs = docs

    def pipe(self, texts: list[str]) -> tuple[Doc, ...]:
        assert [text.rstrip(".") for text in texts] == [doc.text.strip() for doc in self.docs]
        return self.docs


WROTE = tree(
    ("If", 2, "mark", "SCONJ"), ("rents", 2, "nsubj", "NOUN"), ("rose", 6, "advcl", "VERB"),
    ("Mrs", 4, "compound", "PROPN"), ("Arle", 6, "nsubj", "PROPN"), ("would", 6, "aux", "AUX"),
    ("offer", 6, "ROOT", "VERB"), ("to", 8, "aux", "PART"), ("write", 6, "xcomp", "VERB"),
    ("letters", 8, "dobj", "NOUN"), ("which", 11, "nsubj", "PRON"), ("explain", 9, "relcl", "VERB"),
)  # fmt: skip


def word(text: str) -> Token:
    return next(token for token in WROTE if token.text == text)


def test_a_verb_without_subject_takes_that_of_the_verb_it_hangs_on() -> None:
    subject = subject_of(word("write"))
    assert subject is not None and subject.text == "Arle"


@pytest.mark.parametrize(("text", "conditional"), [("rose", True), ("write", False), ("offer", False)])
def test_a_condition_holds_for_its_own_clause(text: str, conditional: bool) -> None:
    assert is_conditional(word(text)) is conditional


@pytest.mark.parametrize(("text", "relative"), [("explain", True), ("write", False)])
def test_a_relative_clause(text: str, relative: bool) -> None:
    assert is_relative(word(text)) is relative


def test_each_fold_is_judged_by_what_the_others_would_choose() -> None:
    """The feature mends one fold much and harms two a little: only where the mended fold is held out is it left."""
    without, with_it = defaultdict(Tally), defaultdict(Tally)
    for fold, before, after in (("north", 2, 9), ("south", 9, 8), ("west", 9, 8)):
        without["set", fold], with_it["set", fold] = Tally(before, 10), Tally(after, 10)
    trial = Trial(FEATURES[0], without, with_it, Cost())
    assert trial.moved() == (1, 2)
    assert trial.pooled(trial.without) == pytest.approx(20 / 30)
    assert trial.pooled(trial.with_it, "set") == pytest.approx(25 / 30)
    assert trial.held_out() == pytest.approx((2 + 8 + 8) / 30)


def test_only_the_sentences_that_a_feature_needs_are_parsed_and_their_words_counted() -> None:
    text = "6. Housing\n\nThe lifts are old.\n\nThe doors would be painted by June.\n"
    parsed = Parsed(read_document(text.encode(), "minutes.txt"))
    start = text.index("The doors")
    row = {"start_char": start, "end_char": start + 35, "text": "", "rule": "action.own"}
    doc = tree(
        ("The", 1, "det", "DET"), ("doors", 4, "nsubj", "NOUN"), ("would", 4, "aux", "AUX"),
        ("be", 4, "auxpass", "AUX"), ("painted", 4, "ROOT", "VERB"), ("by", 4, "prep", "ADP"),
        ("June", 5, "pobj", "PROPN"),
    )  # fmt: skip
    cost = Cost()
    trees = parser.Trees(Language(doc), parsed, FEATURES[0].needs(parsed, [row]), cost)  # type: ignore[arg-type]
    painted = trees.token(text.index("painted"))
    assert painted is not None and painted.text == "painted"
    assert trees.token(text.index("lifts")) is None
    assert cost.words == 7


def test_without_the_model_it_says_what_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(parser, "load_trained", lambda **_: None)
    monkeypatch.setattr(bench, "load_trained", lambda: None)
    assert parser.main([]) == 2
    said = capsys.readouterr().out
    language, name = bench.trained_or_blank()
    assert language.pipe_names == ["sentencizer"]
    makefile = Path(bench.ROOT / "Makefile").read_text(encoding="utf-8")
    for text in (said, name):
        assert "make bench-model" in text
    assert "\nbench-model:" in makefile
