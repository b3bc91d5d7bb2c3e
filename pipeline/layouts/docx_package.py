"""Word's other packages as the one that python-docx opens: templates, files with macros, strict Open XML."""

import io
import re
import zipfile

_TYPES = "[Content_Types].xml"
_RELATIONS = "_rels/.rels"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHERS = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document\.macroEnabled|template\.macroEnabledTemplate)\.main\+xml|"
    rb"openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml)"
)
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w{1,40})/(\w{1,60})")
"""ISO 29500's strict names; those of the first edition, which all programs write, have a year in them."""


def as_usual(data: bytes) -> bytes:
    """The same file with the type and the names of a plain document; unchanged where it has them. The macros are
    left where they are: nothing runs them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if not {_TYPES, _RELATIONS} <= set(names):
            return data
        typed = _OTHERS.search(archive.read(_TYPES)) is not None
        strict = _STRICT.search(archive.read(_RELATIONS)) is not None
        if not typed and not strict:
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as new:
            for name in names:
                new.writestr(name, _renamed(name, archive.read(name), strict=strict))
    return made.getvalue()


def _renamed(name: str, part: bytes, *, strict: bool) -> bytes:
    if name == _TYPES:
        return _OTHERS.sub(_MAIN, part)
    if strict and name.endswith((".xml", ".rels")):
        return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", part)
    return part
