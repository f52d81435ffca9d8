"""Reprints: reports whose texts share most of their runs of words.

A text is the set of its runs of three words; a MinHash signature estimates how much of them
two texts share, and signatures that agree in a band are worth comparing. Seeded, so that the
same texts give the same groups.

Not handled: a reprint cut to a small part of its original, which shares few of its runs.
"""

import re
from collections.abc import Iterable, Mapping
from hashlib import blake2b

from datasketch import MinHash

RUN = 3
PERMUTATIONS = 64
BAND = 4  # 16 bands of 4: two texts that share half of their runs meet with 64 in 100, 0.8: 100
LIKE = 0.7
_SEED = 1
_WORD = re.compile(r"\w+")


def signature(text: str) -> tuple[int, ...]:
    """Return the MinHash signature of a text; empty for a text without words."""
    words = _WORD.findall(text.casefold())
    if not words:
        return ()
    runs = {" ".join(words[n : n + RUN]) for n in range(max(1, len(words) - RUN + 1))}
    found = MinHash(num_perm=PERMUTATIONS, seed=_SEED, scheme="affine32")
    found.update_batch([run.encode("utf-8", "surrogatepass") for run in runs])
    return tuple(int(value) for value in found.hashvalues)


def bands(signature: tuple[int, ...]) -> tuple[int, ...]:
    """Return one key a band; texts with a key in common are worth comparing."""
    return tuple(
        _key(number, signature[number : number + BAND])
        for number in range(0, len(signature), BAND)
    )


def _key(number: int, band: tuple[int, ...]) -> int:
    content = ",".join(map(str, (number, *band))).encode()
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big")


def likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """Return the share of runs of words that two texts have in common, as estimated."""
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def reprint_groups(
    candidates: Iterable[tuple[str, ...]], signatures: Mapping[str, tuple[int, ...]]
) -> dict[str, str]:
    """Return, for each text with a reprint, the id its group goes by: the smallest.

    ``candidates`` are the ids that share a band, each in sorted order. Each is compared with
    the first alone: a wire story printed a thousand times costs a thousand comparisons.
    """
    above: dict[str, str] = {}
    for first, *others in candidates:
        for other in others:
            if likeness(signatures[first], signatures[other]) >= LIKE:
                one, two = sorted((_top(above, first), _top(above, other)))
                above[two] = one
                above.setdefault(one, one)
    return {name: _top(above, name) for name in sorted(above)}


def _top(above: dict[str, str], name: str) -> str:
    while above.get(name, name) != name:
        name = above[name]
    return name
