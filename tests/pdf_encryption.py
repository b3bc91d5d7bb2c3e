"""PDF files locked with a password, by the oldest of the format's ciphers (40 bits, revision 2)."""

import hashlib
import re
import struct

_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
_ID = b"0123456789abcdef"
_MAY_READ = -4


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def lock(text: str, *, user: str, owner: str) -> bytes:
    """A page that says `text`; `user` opens the file, `owner` also lets it be changed."""
    user_key, owner_key = ((word.encode() + _PAD)[:32] for word in (user, owner))
    held = _rc4(hashlib.md5(owner_key).digest()[:5], user_key)
    key = hashlib.md5(user_key + held + struct.pack("<i", _MAY_READ) + _ID).digest()[:5]
    stream = f"BT /plain 12 Tf 72 720 Td ({text}) Tj ET".encode()
    stream = _rc4(hashlib.md5(key + b"\x04\x00\x00\x00\x00").digest()[:10], stream)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /plain " + font + b" >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Filter /Standard /V 1 /R 2 /P %d /O <%b> /U <%b> >>"
        % (_MAY_READ, held.hex().encode(), _rc4(key, _PAD).hex().encode()),
    ]
    out = b"%PDF-1.4\n"
    for number, body in enumerate(objects, 1):
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    offsets = [match.start() for match in re.finditer(rb"\d 0 obj\n", out)]
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    trailer = b"<< /Size 6 /Root 1 0 R /Encrypt 5 0 R /ID [<%b> <%b>] >>" % ((_ID.hex().encode(),) * 2)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer\n" + trailer
    return out + b"\nstartxref\n%d\n%%%%EOF\n" % start
