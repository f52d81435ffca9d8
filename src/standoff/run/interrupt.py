"""Ctrl-C that never cuts a report in two: it waits until the report is written."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interrupts:
    """Holds a Ctrl-C back while inside `shield`, and raises it at once elsewhere."""

    def __init__(self) -> None:
        self._held = False
        self._depth = 0

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Take over Ctrl-C and the request to end (SIGTERM) while inside."""
        before = {s: signal.signal(s, self._met) for s in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def shield(self) -> Iterator[None]:
        """Let what is inside end before an interrupt is raised."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
        if self._held and not self._depth:
            self._held = False
            raise KeyboardInterrupt

    def _met(self, _number: int, _frame: FrameType | None) -> None:
        if not self._depth:
            raise KeyboardInterrupt
        self._held = True
