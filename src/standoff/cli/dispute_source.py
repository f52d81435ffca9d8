"""What the commands on a dispute share: their source, and the days they are asked about."""

from datetime import date
from pathlib import Path

from standoff.dispute.issues import group_issues
from standoff.dispute.stances import History, history_of
from standoff.errors import InputError, UsageError
from standoff.store import View

SOURCE_HELP = "A store, a file of `standoff read --json`, or - for such lines."


def read_history(source: str) -> History:
    """Return the history a source tells, its matters grouped; refuses one without reports."""
    from standoff.export import read_records  # tables that other commands spare

    history = history_of(read_records(source), _groups(source))
    if not history.reports:
        raise InputError(
            "no-reports", f"{source} holds no report: `standoff run` fills a store"
        )
    return History(history.reports, group_issues(history.stances), history.acts)


def _groups(source: str) -> dict[str, str]:
    """Return which tellings a store found to be of one event."""
    path = Path(source)
    if source == "-" or not path.is_file() or not _is_store(path):
        return {}
    with View.open(path) as view:
        return dict(view.query("SELECT event_id, event_group FROM sources")[1])


def _is_store(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(12)[8:] == b"DUCK"


def day_of(option: str, text: str | None) -> date | None:
    """Return the day an option gives; refuses what is no day."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text!r} is not a day like 2024-05-02") from error
