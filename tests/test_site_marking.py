"""Marks in a document's text: they nest, are cut where they overlap, keep one id each, and never add or lose a word."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from pipeline.site.marking import Mark, Marker

TEXT = "Officers would write by May; 3 in 10 <b>agreed</b>."


def mark(start: int, end: int, kind: str = "actions", anchor: str = "a", **more: str) -> Mark:
    return Mark(start, end, kind, anchor, "Promise", **more)


def shown(*marks: Mark, text: str = TEXT) -> str:
    return str(Marker(text, marks).piece(0, len(text)))


class Reader(HTMLParser):
    """Reads marked text back: its words, its ids, and whether elements are closed in the order they were opened."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.ids, self.open, self.links = "", list[str](), list[str](), 0
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open), "a link in a link"
        self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_text_without_marks_is_escaped() -> None:
    assert shown() == "Officers would write by May; 3 in 10 &lt;b&gt;agreed&lt;/b&gt;."


def test_a_mark_has_its_kind_and_id() -> None:
    assert shown(mark(0, 8)).startswith('<span class="m actions" id="a">Officers</span> would')


def test_a_letter_before_the_mark_is_the_link() -> None:
    html = shown(mark(0, 8, href="/record/x", letter="P"))
    assert html.startswith(
        '<span class="m actions" id="a"><a class="letter" href="/record/x" aria-label="Promise">P</a>Officers'
    )


def test_marks_nest_the_longer_outside() -> None:
    html = shown(mark(29, 36, "figures", "f"), mark(29, 51, "targets", "t"))
    assert '<span class="m targets" id="t"><span class="m figures" id="f">3 in 10</span> &lt;b&gt;' in html


def test_overlapping_marks_are_cut_and_keep_one_id() -> None:
    html = shown(mark(0, 20, "actions", "a"), mark(9, 27, "questions", "q"))
    assert html.count('id="q"') == 1 and html.count('data-of="q"') == 1
    Reader(html)


def test_a_link_never_stands_in_a_link() -> None:
    html = shown(
        mark(29, 36, "figures", "f", href="/f"), mark(29, 30, "figures", "g", href="/g"),
        mark(34, 36, "votes", "v", href="/v", letter="V"),
    )  # fmt: skip
    assert html.count("<a ") == 3 and 'href="/g"' not in html  # the link is cut for the letter
    Reader(html)


def test_a_letter_is_there_though_its_mark_begins_in_a_link() -> None:
    html = shown(
        mark(0, 20, "indicator_mentions", "m", href="/m"), mark(9, 27, "targets", "t", href="/t", letter="T")
    )
    assert 'href="/t"' in html and html.count('href="/m"') == 2 and html.count('id="m"') == 1
    Reader(html)


def test_a_mark_over_several_pieces_has_its_id_once() -> None:
    marker = Marker(TEXT, [mark(4, 40)])
    first, second = marker.piece(0, 10), marker.piece(12, 45)
    assert 'id="a"' in first and 'data-of="a"' in second and ' id="a"' not in second


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.booleans(), st.booleans()), max_size=8)


@given(st.text(alphabet="ab<&\"'> \n\x02", min_size=30, max_size=45), SPANS, st.integers(0, 30))
def test_any_marks_leave_the_words_as_they_are(
    text: str, spans: list[tuple[int, int, bool, bool]], cut: int
) -> None:
    marks = [
        Mark(start, min(start + length, len(text)), "figures", f"m{at}", "Figure", "/x" if linked else None,
             "F" if linked and lettered else None)
        for at, (start, length, linked, lettered) in enumerate(spans)
    ]  # fmt: skip
    marker = Marker(text, marks)
    pieces = [Reader(str(marker.piece(*piece))) for piece in ((0, cut), (cut, len(text)))]
    words = "".join(piece.words for piece in pieces)
    assert words.replace("F", "") == text
    ids = [each for piece in pieces for each in piece.ids]
    assert sorted(ids) == sorted(m.anchor for m in marks if m.end > m.start)
