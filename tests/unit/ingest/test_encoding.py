"""Bytes into text: Unicode with and without marks, Western letters, and no text at all."""

import pytest

from standoff.errors import InputError
from standoff.ingest.encoding import decode

TEXT = "The café’s owner said “no” to Zürich’s envoys – again. 🙂 " * 5
WESTERN = "The café owner said no to Zürich’s envoys. " * 5


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
     "utf-32-be"],
)  # fmt: skip
def test_unicode_is_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_western_letters_are_read() -> None:
    assert decode(WESTERN.encode("cp1252")) == WESTERN
    plain = WESTERN.replace("’", "")
    assert decode(plain.encode("latin-1")) == plain


def test_a_broken_byte_does_not_spoil_the_rest_of_a_text() -> None:
    raw = TEXT.encode()
    cut = raw.index("ü".encode())
    assert decode(raw[:cut] + raw[cut + 1 :]).count("\N{REPLACEMENT CHARACTER}") == 1


def test_cyrillic_letters_are_guessed() -> None:
    text = "Министр отказался от предложения Москвы и покинул зал переговоров. " * 8
    assert decode(text.encode("cp1251")) == text


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe \x00"])
def test_nothing_to_read_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError) as refused:
        decode(raw)
    assert refused.value.code == "empty"


@pytest.mark.parametrize(
    "raw",
    [b"\x7fELF\x02\x01\x01\0\0", b"%PDF-1.7\n\0\x01", bytes(range(256)) * 20,
     b"\xff\xfe\x00\xd8", b"\xff\xfea\0\0\0", b"\x01\x02\x03\x04" * 50],
)  # fmt: skip
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError) as refused:
        decode(raw)
    assert refused.value.code == "binary"
