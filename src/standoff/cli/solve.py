"""`standoff solve`: which outcomes of a dispute are stable, why, and how to get there."""

from pathlib import Path
from typing import Annotated

import typer

from standoff.cli.solve_wish import Wish


def solve(
    file: Annotated[Path, typer.Argument(help="A model file: YAML, or .gmcr / JSON of GMCR+.")],
    concept: Annotated[
        list[str] | None,
        typer.Option(help="Nash, GMR, SMR, SEQ, SIM or SSEQ; may be repeated. All by default."),
    ] = None,
    prefer: Annotated[
        list[str] | None,
        typer.Option(help="What if: 'RUS: talks > invade', or by number 'RUS: 3 > 7'."),
    ] = None,
    why: Annotated[
        list[int] | None, typer.Option(help="Explain this state for every decision maker.")
    ] = None,
    unknown: Annotated[
        str, typer.Option(help="What unknown preference does: a, b, c or d (Li et al. 2004).")
    ] = "b",
    coalitions: Annotated[
        bool, typer.Option("--coalitions", help="Also who would leave together.")
    ] = False,
    strength: Annotated[
        bool, typer.Option("--strength", help="Also which stability is strong, which weak.")
    ] = False,
    inverse: Annotated[
        list[int] | None,
        typer.Option(help="Say which preferences would make this state an equilibrium."),
    ] = None,
    sensitivity: Annotated[
        list[int] | None,
        typer.Option(help="Say which swap of neighbouring ranks breaks this equilibrium."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    csv: Annotated[Path | None, typer.Option(help="Write the states as CSV.")] = None,
    svg: Annotated[Path | None, typer.Option(help="Draw the state graph.")] = None,
    png: Annotated[Path | None, typer.Option(help="Draw the state graph.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write one page with everything.")] = None,
    gmcr: Annotated[Path | None, typer.Option(help="Write the model for GMCR+.")] = None,
) -> None:
    """Solve a conflict model: stable states and why, equilibria, paths from the status quo.

    Exit code 0: solved; 1: the model has faults, each told at its line; 2: wrong arguments.

    Example: standoff solve dispute.yaml --prefer "RUS: talks > invade" --html dispute.html
    """
    from standoff.cli.solving import carry_out  # the solver takes a second to load

    files = {"csv": csv, "svg": svg, "png": png, "html": html, "gmcr": gmcr}
    carry_out(
        Wish(
            file=file,
            concepts=tuple(concept or ()),
            prefer=tuple(prefer or ()),
            why=tuple(why or ()),
            unknown=unknown,
            coalitions=coalitions,
            strength=strength,
            inverse=tuple(inverse or ()),
            sensitivity=tuple(sensitivity or ()),
            as_json=as_json,
            files={kind: path for kind, path in files.items() if path is not None},
        )
    )
