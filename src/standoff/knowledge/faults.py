"""All faults of the data files, gathered before anything is refused."""

from pathlib import Path

from standoff.errors import DataError, DataErrors


class Faults:
    """Gathers faults; `refuse` raises them all at once."""

    def __init__(self) -> None:
        self.found: list[DataError] = []

    def add(self, path: Path, line: int, why: str) -> None:
        """Note one fault."""
        self.found.append(DataError(path, line, why))

    def refuse(self) -> None:
        """Raise `DataErrors` where there was any."""
        if self.found:
            raise DataErrors(tuple(self.found))
