"""One event with many sources: what is the same act on nearly the same day in like words."""

from datetime import date, timedelta

from standoff.dedup import Told, same_events

ACT = ("REQUEST", "actual", "NOR", "ISL")
WORDS = "withdraw its trawlers from the disputed bank"


def told(id: str, day: int | None = 1, words: str = WORDS, **fields) -> Told:  # noqa: A002
    when = date(2024, 5, day) if day else None
    return Told(id, fields.get("act", ACT), when, words, fields.get("reprint"))


def groups(*events: Told) -> dict[str, str]:
    return dict(same_events(events))


def test_reports_of_one_act_on_two_days_running_tell_one_event() -> None:
    found = groups(told("a"), told("b", 2, "the withdrawal of trawlers from the bank"))
    assert found == {"a": "ga", "b": "ga"}


def test_every_telling_is_in_exactly_one_group() -> None:
    events = [told(str(n), 1 + n % 5, WORDS[n % 7 :]) for n in range(20)]
    events.sort(key=lambda e: e.day or date.min)
    assert sorted(groups(*events)) == sorted(e.id for e in events)


def test_another_matter_on_the_same_day_is_another_event() -> None:
    assert groups(told("a"), told("b", 1, "release the captain of the Freyja"))["b"] == "gb"


def test_another_act_is_another_event() -> None:
    assert groups(told("a"), told("b", act=(*ACT[:3], "SWE")))["b"] == "gb"


def test_days_further_apart_are_other_events_and_a_group_does_not_drift() -> None:
    assert groups(told("a", 1), told("b", 2), told("c", 3)) == {
        "a": "ga", "b": "ga", "c": "gc"}  # fmt: skip


def test_a_reprint_weeks_later_tells_the_same_event() -> None:
    assert groups(told("a", 1, reprint="r"), told("b", 20, reprint="r"))["b"] == "ga"


def test_undated_events_are_the_same_only_in_reprints() -> None:
    assert groups(told("a", None), told("b", None))["b"] == "gb"
    assert groups(told("a", None, reprint="r"), told("b", None, reprint="r"))["b"] == "ga"


def test_one_word_in_common_is_not_enough() -> None:
    assert groups(told("a", 1, "Iceland withdraw"), told("b", 1, "Iceland pay"))["b"] == "gb"


def test_the_most_alike_telling_is_joined() -> None:
    found = groups(
        told("a", 1, "withdraw its trawlers and release their crews"),
        told("b", 1, "pay the fine and publish the charts"),
        told("c", 2, "publish the charts and release crews"),
    )
    assert found["c"] == "gb"


def test_a_long_series_of_one_act_is_compared_with_its_neighbours_only() -> None:
    start = date(2000, 1, 1)
    events = [Told(str(n), ACT, start + timedelta(n * 2), WORDS, None) for n in range(20_000)]
    assert len(set(groups(*events).values())) == 20_000
