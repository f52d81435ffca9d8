"""Records and stances made by hand, for tests."""

from datetime import date

from standoff.dispute.stances import Act, Source, Taken
from standoff.model import Stance


def day(number: int | None) -> date | None:
    return date(2031, 3, number) if number else None


def source(number: int | None = 1, report: str | None = None, words: str = "") -> Source:
    return Source(report or f"r{number}", None, day(number), (0, 9), words)


def taken(
    stance: str,
    party: str = "AAA",
    to: str = "BBB",
    issue: str | None = "talks",
    on: int | None = 1,
    **more,
) -> Taken:
    given = {
        "id": f"{party}{stance}{on}",
        "day": day(on),
        "party": tuple(party.split()),
        "stance": Stance(stance),
        "addressee": tuple(to.split()),
        "name": issue,
        "issue": issue,
        "why": "thesaurus: “x”" if issue else None,
        "content": None,
        "condition": None,
        "evidence": source(on),
    }
    return Taken(**{**given, **more})


def act(
    type_: str,
    actor: str = "AAA",
    recipient: str = "BBB",
    on: int | None = 1,
    report: str | None = None,
    **more,
) -> Act:
    given = {
        "id": f"{type_}{actor}{recipient}{on}{report}",
        "day": day(on),
        "type": type_,
        "mode": None,
        "actor": tuple(actor.split()),
        "recipient": tuple(recipient.split()),
        "status": "actual",
        "content": None,
        "evidence": source(on, report),
    }
    return Act(**{**given, **more})
