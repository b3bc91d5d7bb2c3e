"""The lists and tables of words say each thing once."""

from importlib.resources import files

import pytest

NAMES = sorted(
    each.name for each in files("extractors.vocabulary").iterdir() if not each.name.startswith("_")
)


def entries(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_twice_in_a_file_and_its_head_says_what_it_is(name: str) -> None:
    text = files("extractors.vocabulary").joinpath(name).read_text(encoding="utf-8")
    held = entries(text)
    said = [line.partition(" = ")[0].rstrip("?") if name.endswith(".grammar") else line for line in held]
    assert sorted(said) == sorted(set(said))
    assert text.startswith("#") and held
