"""Bytes into text: which letters they stand for.

Not handled: encodings of scripts that no English report is written in.
"""

import codecs

from standoff.errors import InputError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64_000
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f"))
_HIGH = bytes(range(0x80, 0x100))
_UNDEFINED_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")


def decode(raw: bytes) -> str:
    """Return the text of ``raw``, without a byte order mark.

    Raises `InputError`: ``empty`` where nothing is to read, ``binary`` where it is no text.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _said(_strictly(raw, encoding))
    if wide := _wide(raw):
        return _said(_strictly(raw, wide))
    if b"\0" in raw or _has_controls(raw[:_SAMPLE]):
        raise InputError("binary", "this is no text: it holds bytes that no letter has")
    try:
        return _said(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _said(_guessed(raw))


def _said(text: str) -> str:
    if not text.strip():
        raise InputError("empty", "there is nothing to read")
    return text


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError("binary", f"this begins as {encoding} but goes on as none") from error
    if "\0" in text:
        raise InputError("binary", f"this begins as {encoding} but holds what no text holds")
    return text


def _wide(raw: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark by where their zero bytes stand."""
    sample = raw[:2_000]
    size = len(sample) // 4 * 4
    if size < 8 or len(raw) % 2:
        return None
    zeros = [sum(b == 0 for b in sample[k:size:4]) > size * 0.175 for k in range(4)]
    forms = {
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
    }
    return forms.get((zeros[0], zeros[1], zeros[2], zeros[3]))


def _has_controls(sample: bytes) -> bool:
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(2, len(sample) // 200)


def _guessed(raw: bytes) -> str:
    """Read bytes that are not UTF-8: nearly so, Windows' Western letters, or something else."""
    text = _broken_utf8(raw) or _western(raw)
    if text is not None:
        return text
    from charset_normalizer import from_bytes  # takes a while to load: rarely needed

    best = from_bytes(raw[:_SAMPLE], threshold=0.2).best()
    if best is None:
        raise InputError("binary", "this is no text in any encoding we know")
    return raw.decode(best.encoding, errors="replace")


def _broken_utf8(raw: bytes) -> str | None:
    """Return UTF-8 in which a few bytes are broken, these as replacement characters."""
    text = raw.decode("utf-8", errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    sound = len(text) - broken - len(raw.translate(None, _HIGH))
    return text if broken * 5 < sound else None


def _western(raw: bytes) -> str | None:
    """Return Western text, where most of it is plain letters and the rest fits among them."""
    high = sum(byte >= 0x80 for byte in raw[:_SAMPLE])
    if high > len(raw[:_SAMPLE]) * 0.2 or not _UNDEFINED_1252.isdisjoint(raw):
        return None
    return raw.decode("cp1252")
