"""After a run: reprints are told apart, and one event told by several reports is one."""

from collections.abc import Iterator

from standoff.dedup import Told, bands, reprint_groups, same_events, signature
from standoff.store import Groups


def group(groups: Groups) -> None:
    """Compare all reports of a store, where any is new since they were compared last."""
    if groups.are_current():
        return
    groups.sign(_signed(groups))
    groups.keep_reprints(reprint_groups(groups.candidates(), groups.candidate_signatures()))
    groups.keep_events(same_events(_told(groups)))


def _signed(groups: Groups) -> Iterator[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    for name, text in groups.unsigned():
        signed = signature(text)
        yield name, signed, bands(signed)


def _told(groups: Groups) -> Iterator[Told]:
    for name, kind, status, actor, recipient, day, words, reprint in groups.tellings():
        yield Told(name, (kind, status, actor, recipient), day, words, reprint)
