"""Confidence is experience: shares of confirmed records, leaning on the family where a rule is rare."""

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.calibrate import counts, held_out
from benchmarks.gate import raised, shortfalls
from pipeline.confidence import Calibration, discounted
from pipeline.evaluation import Judgement


def test_much_experience_outweighs_the_family() -> None:
    calibration = Calibration([("actions", "action.line", 95, 100), ("actions", "action.talk", 10, 100)])
    assert (calibration.confidence("actions", "action.line") or 0) > 0.9
    assert (calibration.confidence("actions", "action.talk") or 1) < 0.2


def test_an_unseen_rule_is_as_sure_as_its_table() -> None:
    calibration = Calibration([("actions", "action.line", 80, 100)])
    assert abs((calibration.confidence("actions", "promise.new") or 0) - 0.78) < 0.02


def test_nothing_is_said_where_nothing_was_marked() -> None:
    assert Calibration([]).confidence("votes", "vote.listed") is None


def test_what_rules_were_written_from_counts_less() -> None:
    """Always right where it was written, right half the time elsewhere."""
    read = discounted([("actions", "action.line", 50, 50)])
    calibration = Calibration([*read, ("actions", "action.line", 25, 50)])
    assert 0.5 < (calibration.confidence("actions", "action.line") or 0) < 0.65


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=9))
def test_confidence_is_a_share(pairs: list[tuple[int, int]]) -> None:
    calibration = Calibration(
        ("actions", f"a.{at}", min(pair), max(pair)) for at, pair in enumerate(pairs) if max(pair)
    )
    said = calibration.confidence("actions", "a.0")
    assert said is None or 0 <= said <= 1


def test_held_out_confidence_never_sees_its_own_fold() -> None:
    """A rule that is always right in one council and always wrong in the other looks unsure of neither."""
    judged = [
        Judgement("actions", "a.b", fold, None, fold == "one") for fold in ("one", "two") for _ in range(60)
    ]
    assert counts(judged) == {("actions", "a.b"): (60, 120)}
    assert {(each.least < 0.5, each.right) for each in held_out(judged)} == {(True, 1.0), (False, 0.0)}


def test_floors_only_rise_and_a_missing_figure_is_a_shortfall() -> None:
    assert raised({"actions": 0.5}, {"actions": 0.7}) == {"actions": 0.7}
    assert shortfalls({"actions": 0.7}, {"actions": 0.7, "votes": 0.1}) == ["votes is 0.000, its floor 0.100"]
