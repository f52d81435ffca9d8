"""What a store holds, so that nothing is coded twice."""

from collections.abc import Iterable
from enum import Enum
from hashlib import blake2b


class State(Enum):
    """What a store has of a document that is met."""

    NEW = "new"
    CHANGED = "changed"
    OTHER_CODER = "coded by another coder"
    ASKED = "asked for again"
    UNCHANGED = "unchanged"


class Known:
    """Which reports a store holds, from which source and by which coder; small in memory."""

    def __init__(self, rows: Iterable[tuple[str, str, str]] = ()) -> None:
        self._made = {
            self.key(name): self.key(source) + self.key(coder) for name, source, coder in rows
        }

    def __len__(self) -> int:
        return len(self._made)

    @staticmethod
    def key(value: str) -> bytes:
        """Return a short stand-in for a value."""
        return blake2b(value.encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def state(self, document_id: str, source_sha256: str, coder: str) -> State:
        """Tell what the store has of a document, seen by this coder."""
        made = self._made.get(self.key(document_id))
        if made is None:
            return State.NEW
        if made[:16] != self.key(source_sha256):
            return State.CHANGED
        return State.UNCHANGED if made[16:] == self.key(coder) else State.OTHER_CODER
