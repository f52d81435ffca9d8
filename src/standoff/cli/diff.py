"""`standoff diff`: what changed in a dispute between two days."""

import json
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from standoff.cli.dispute_source import SOURCE_HELP, day_of, read_history
from standoff.cli.dispute_words import proof, said, stance_line
from standoff.cli.positions import as_row
from standoff.dispute.diff import Change, Diff, diff_between
from standoff.dispute.owed import Owed
from standoff.dispute.threats import Followed
from standoff.errors import InputError
from standoff.knowledge.dispute_words import load_dispute_words


def diff(
    source: Annotated[str, typer.Argument(help=SOURCE_HELP)],
    since: Annotated[str, typer.Option(help="Changes after the end of this day.")],
    until: Annotated[
        str | None, typer.Option(help="Up to the end of this day; else the last day told.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Show what changed: new demands, changed stances, threats, and answers still owed.

    Example: standoff diff record.duckdb --since 2024-05-02
    """
    told = read_history(source)
    days = [t.day for t in told.stances if t.day] + [a.day for a in told.acts if a.day]
    if not days:
        raise InputError("no-days", f"{source} holds no dated row: give the reports' dates")
    first, last = day_of("--since", since), day_of("--until", until) or max(days)
    if first is None or first >= last:
        raise InputError("no-time", f"no day lies after {first} and up to {last}")
    found = diff_between(told.stances, told.acts, load_dispute_words(), first, last)
    if as_json:
        print(json.dumps(_as_rows(found), ensure_ascii=False, indent=1))
    else:
        _show(found)


def _show(found: Diff) -> None:
    console = Console()
    console.rule(f"from the end of {found.since} to the end of {found.until}")
    _section(console, "New demands", [_change(c) for c in found.new_demands])
    _section(console, "Changed stances", [_change(c) for c in found.changed])
    _section(console, "First stances", [_change(c) for c in found.first_stances])
    _section(console, "Threats carried out or withdrawn", [_threat(f) for f in found.threats])
    _section(console, "Answers still owed", [_owed(o) for o in found.owed])
    if found.undated:
        print(f"{found.undated} undated stances are left out", file=sys.stderr)


def _section(console: Console, title: str, lines: Sequence[Text]) -> None:
    console.print(Text(f"{title} ({len(lines)})", style="bold underline"))
    for line in lines:
        console.print(line)
    console.print()


def _change(change: Change) -> Text:
    moved = Text.assemble("  ", (change.party, "bold"), f" on {change.issue}: ")
    if change.before is not None and change.before.stance is not change.after.stance:
        moved += stance_line(change.before) + Text(" ⇒ ")
    line = moved + stance_line(change.after) + Text(" ") + said(change.after)
    return line + Text("\n      ") + proof(change.after)


def _threat(followed: Followed) -> Text:
    threat = followed.threat
    head = Text.assemble(
        "  ", (" + ".join(threat.party), "bold"), " ", stance_line(threat), " "
    )
    outcome = Text(f"\n      {followed.outcome.value}: ", style="bold")
    if followed.deed is not None:
        deed = followed.deed
        told = Text(f"{deed.type} {deed.day} [{deed.evidence.report}] {deed.evidence.words}")
        return head + said(threat) + outcome + told
    stance = followed.stance
    after = stance_line(stance) + Text(" ") + proof(stance) if stance else Text("")
    return head + said(threat) + outcome + after


def _owed(owed: Owed) -> Text:
    put = owed.put
    line = Text.assemble(
        "  ", (owed.by, "bold"), f" to {' + '.join(put.party)} on {put.issue}: "
    )
    line += stance_line(put) + Text(" ") + said(put)
    if owed.put_off is not None:
        line += Text(f" (put off {owed.put_off.day})", style="dim")
    return line


def _as_rows(found: Diff) -> dict[str, Any]:
    def changes(given: tuple[Change, ...]) -> list[dict[str, Any]]:
        return [
            {"issue": c.issue, "party": c.party, "after": as_row(c.after),
             "before": as_row(c.before) if c.before else None}
            for c in given
        ]  # fmt: skip

    return {
        "since": found.since.isoformat(),
        "until": found.until.isoformat(),
        "new_demands": changes(found.new_demands),
        "changed": changes(found.changed),
        "first_stances": changes(found.first_stances),
        "threats": [
            {"threat": as_row(f.threat), "outcome": f.outcome.value,
             "deed": f.deed.id if f.deed else None,
             "stance": as_row(f.stance) if f.stance else None}
            for f in found.threats
        ],
        "owed": [
            {"put": as_row(o.put), "by": o.by, "put_off": o.put_off.id if o.put_off else None}
            for o in found.owed
        ],
        "undated": found.undated,
    }  # fmt: skip
