"""`standoff model`: the draft of a conflict model from the record."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.dispute_source import SOURCE_HELP, day_of, read_history
from standoff.dispute.draft import draft_model
from standoff.dispute.draft_file import write_draft
from standoff.dispute.draft_options import Drafting
from standoff.dispute.draft_parts import Draft
from standoff.dispute.sides import sides_of
from standoff.dispute.stances import Act, History, Taken
from standoff.errors import InputError, UsageError
from standoff.knowledge.actors_forms import FormKind
from standoff.knowledge.dispute_words import load_dispute_words

NAMING = frozenset({FormKind.NAME, FormKind.DEMONYM, FormKind.DEMONYM_PLURAL,
                    FormKind.ADJECTIVE, FormKind.CAPITAL, FormKind.ORGANISATION,
                    FormKind.GROUP})  # fmt: skip
REPORTS = frozenset({".txt", ".html", ".htm", ".xml"})


def model(
    source: Annotated[str, typer.Argument(help=f"{SOURCE_HELP} Or one report (text, HTML).")],
    issue: Annotated[
        list[str] | None,
        typer.Option(help="Only matters whose name has this (repeatable)."),
    ] = None,
    party: Annotated[
        list[str] | None, typer.Option(help="Only stances of or to this party (repeatable).")
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="As at this day's end.")] = None,
    options: Annotated[int, typer.Option(min=2, max=20, help="At most so many options.")] = 8,
    published: Annotated[
        str | None, typer.Option(help="The day a report was published, as 2024-05-02.")
    ] = None,
) -> None:
    """Draft a conflict model: who decides, what each may do and wants, on what basis.

    The YAML on standard output is for a person to edit: each part is marked found, with the
    rows that state it, or assumed, with the rule. `standoff solve` reads it.

    Example: standoff model record.duckdb > dispute.yaml
    """
    is_report = Path(source).suffix.lower() in REPORTS
    history = _of_report(source, published) if is_report else read_history(source)
    day = day_of("--as-of", as_of)
    stances = [t for t in history.stances if _is_wanted(t, issue or (), party or (), day)]
    parties = {code for t in stances for code in (*t.party, *t.addressee)}
    if len(parties) < 2:
        found = ", ".join(sorted(parties)) or "none"
        raise InputError("no-conflict", f"a conflict needs two parties with stances: {found}")
    acts = [a for a in history.acts if day is None or (a.day is not None and a.day <= day)]
    draft = draft_of(stances, acts, Path(source).stem, options)
    if len(draft.makers) < 2:
        only = ", ".join(m.id for m in draft.makers) or "none"
        why = (
            f"a conflict needs two parties with something to do or leave undone; found: {only}"
            ". More reports or other --party and --issue may show the other side"
        )
        raise InputError("no-conflict", why)
    print(write_draft(draft), end="")
    print("a draft: read it, edit it, then `standoff solve`", file=sys.stderr)


def draft_of(stances: Sequence[Taken], acts: Sequence[Act], name: str, most: int) -> Draft:
    """Return the draft of a dispute, with the names that the tables have for its parties."""
    return draft_model(stances, acts, name, _drafting(stances, acts), most)


def _drafting(stances: Sequence[Taken], acts: Sequence[Act]) -> Drafting:
    from standoff.knowledge.knowledge import load_knowledge  # a second to load

    words, actors = load_dispute_words(), load_knowledge().actors
    sides = sides_of(stances, actors.members, words)
    named = {code: country.name for code, country in actors.countries.items()}
    for bodies in (actors.organisations, actors.groups):
        named |= {code: body.name for code, body in bodies.items()}
    aliases: dict[str, set[str]] = {}
    for form, referents in actors.forms.items():
        for code in {r.id for r in referents if r.id in sides and r.kind in NAMING}:
            aliases.setdefault(code, set()).add(form)
    return Drafting(
        sides,
        {code: named[code] for code in sides if code in named},
        words,
        {code: frozenset(forms) for code, forms in aliases.items()},
        {act.id: act.mode for act in acts},
    )


def _is_wanted(
    taken: Taken, issues: Sequence[str], parties: Sequence[str], day: date | None
) -> bool:
    name = (taken.issue or "").casefold()
    codes = {code.casefold() for code in (*taken.party, *taken.addressee)}
    return (
        (not issues or any(part.casefold() in name for part in issues))
        and (not parties or any(code.casefold() in codes for code in parties))
        and (day is None or (taken.day is not None and taken.day <= day))
    )


def _of_report(source: str, published: str | None) -> History:
    """Return the history that one report tells, read now."""
    from standoff.coder import Coder  # the parser takes a second to load: only where needed
    from standoff.dispute.issues import group_issues
    from standoff.dispute.stances import history_of
    from standoff.ingest import ReadOptions, read_path
    from standoff.model import Problem
    from standoff.model.format1 import to_row

    items = list(read_path(source, ReadOptions(published=day_of("--published", published))))
    problems = [item for item in items if isinstance(item, Problem)]
    if problems:
        raise InputError(problems[0].code, f"{source}: {problems[0].message}")
    coder = Coder()
    rows = [to_row(coder.code(d)) for d in items if not isinstance(d, Problem)]
    found = history_of(rows)
    if not found.stances:
        raise UsageError(f"{source} tells no stance of anybody")
    return History(found.reports, group_issues(found.stances), found.acts)
