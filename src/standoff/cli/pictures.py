"""Charts written to the files that a command was asked for."""

import sys
from pathlib import Path
from typing import Any

from standoff.errors import InputError


def write_pictures(
    spec: dict[str, Any], svg: Path | None, png: Path | None, html: Path | None
) -> None:
    """Draw a chart into each file that is named, and say so on standard error."""
    from standoff.dispute.charts import as_html, as_png, as_svg  # a second to load

    for path, draw in ((svg, as_svg), (png, as_png), (html, as_html)):
        if path is not None:
            drawn = draw(spec)
            write_file(path, drawn if isinstance(drawn, bytes) else drawn.encode("utf-8"))


def write_file(path: Path, data: bytes) -> None:
    """Write a file that was asked for, and say so on standard error."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise InputError("unwritable", f"{path}: {error.strerror}") from error
    print(f"wrote {path}", file=sys.stderr)
