"""The exceptions Standoff raises.

* StandoffError
  + DataError    our own knowledge files are wrong: refuse to start
  + InputError   this document is unusable: one `Problem`, go on with the next
  + UsageError   the arguments are wrong: say so and stop

Anything else that rises is a bug.
"""

from pathlib import Path


class StandoffError(Exception):
    """Everything Standoff raises on purpose."""


class DataError(StandoffError):
    """A fault in a data file, told as ``file:line: what``."""

    def __init__(self, path: Path | str, line: int, why: str) -> None:
        super().__init__(f"{path}:{line}: {why}")
        self.path = str(path)
        self.line = line
        self.why = why


class DataErrors(DataError):  # noqa: N818  several of one kind
    """All faults found in the data files at once, one a line."""

    def __init__(self, faults: tuple[DataError, ...]) -> None:
        first = faults[0]
        super().__init__(first.path, first.line, first.why)
        self.faults = faults
        self.args = ("\n".join(str(fault) for fault in faults),)


class InputError(StandoffError):
    """A document that cannot be read, with the code of its `Problem`."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code


class UsageError(StandoffError):
    """Arguments that cannot be carried out."""
