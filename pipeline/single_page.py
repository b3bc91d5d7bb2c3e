"""One HTML file that stands alone: no script, no outside part, readable on a phone, in the dark and in print."""

from collections.abc import Iterable
from html import escape

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b;
  background: #fff }
h1 { margin-bottom: 0 } h2 { border-bottom: 1px solid #767676; margin-top: 2rem } p { margin: .25rem 0 }
li { margin: 0 0 1rem } blockquote { margin: .25rem 0; padding-left: .75rem; border-left: 3px solid #767676 }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .25rem .5rem; vertical-align: top; border-bottom: 1px solid #767676 }
.place, footer { color: #555; font-size: .875rem }
.chart { width: 100%; height: auto } .line { color: #1d4ed8 } .target { color: #b45309 }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #161616 } .place, footer { color: #bbb }
  .line { color: #93c5fd } .target { color: #fbbf24 } }
.pack li { margin: 0 0 .5rem } .pack h2 { margin-top: 1.25rem }
@page { size: A4; margin: 12mm 15mm }
@media print { .pack, .pack + footer { font-size: 9pt; line-height: 1.3 } .pack p { margin: 0 }
  .pack h1 { font-size: 14pt } .pack h2 { font-size: 11pt; margin: 6pt 0 3pt } .pack ol { margin: 0; padding-left: 5mm }
  .pack li { margin: 0 0 2pt } .pack .place, .pack + footer p { font-size: 8pt }
  body { margin: 0; max-width: none; color: #000; background: #fff } li, tr { break-inside: avoid } }
"""


def single_page(title: str, parts: Iterable[str]) -> str:
    """The page of this title; `parts` are its HTML, in which everything that documents say is escaped already."""
    head = [
        "<!doctype html>",
        f'<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title)}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>{_STYLE}</style></head><body>",
    ]
    return "\n".join([*head, *parts, "</body></html>", ""])
