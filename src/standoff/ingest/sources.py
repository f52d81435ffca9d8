"""Paths, folders, globs, lists and standard input into documents, in sorted order.

Not handled: links to folders inside a folder, which may go round in circles.
"""

import glob
import io
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from standoff.errors import InputError
from standoff.ingest.article import Found, problem
from standoff.ingest.options import ReadOptions
from standoff.ingest.readers import read_stream
from standoff.model import Document

STANDARD_INPUT = "-"
_DEFAULT = ReadOptions()


def read_path(name: str | os.PathLike[str], options: ReadOptions = _DEFAULT) -> Found:
    """Yield the documents of a file, folder, glob or ``-``, and a `Problem` for each left."""
    name = os.fspath(name)
    for path in paths_of(name):
        origin = "" if path == name else path
        try:
            yield from _read_one(path, origin, options)
        except OSError as error:
            why = f"this cannot be read: {error.strerror or error}"
            yield problem(InputError(_code(error), why), origin)


def read_paths(names: Iterable[str], options: ReadOptions = _DEFAULT) -> Found:
    """Yield the documents of several sources, in the order given."""
    for name in names:
        yield from read_path(name, options)


def paths_of(name: str) -> Iterator[str]:
    """Yield the files that a name stands for; a name of nothing is yielded as it is."""
    if name == STANDARD_INPUT or is_address(name):
        yield name
    elif Path(name).is_dir():
        yield from _files_below(name)
    elif glob.has_magic(name) and not Path(name).exists():
        yield from _matching(name)
    else:
        yield name


def is_address(name: str) -> bool:
    """Tell an address of the web from a path."""
    return name.lower().startswith(("http://", "https://"))


def _matching(pattern: str) -> Iterator[str]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  patterns may be absolute
    if not found:
        yield pattern
    for path in found:
        if Path(path).is_file():
            yield path


def _files_below(folder: str) -> Iterator[str]:
    """Yield the files of a folder and its folders, by name; hidden ones are left."""
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            path = Path(inside, name)
            if not name.startswith(".") and path.is_file():
                yield os.fspath(path)


def _read_one(path: str, origin: str, options: ReadOptions) -> Found:
    if path == STANDARD_INPUT:
        yield from read_stream(sys.stdin.buffer, "", origin, options)
        return
    if is_address(path):
        yield from _fetched(path, origin, options)
        return
    with Path(path).open("rb") as stream:
        yield from read_stream(stream, Path(path).name, origin, options)


def _fetched(url: str, origin: str, options: ReadOptions) -> Found:
    """Yield the documents of a page, with its address; only where fetching is allowed."""
    if not options.fetch:
        why = "this is an address of the web, and fetching was not asked for (--fetch)"
        yield problem(InputError("not-fetched", why), origin)
        return
    from standoff.ingest.fetch import fetch  # loads the network's modules: rarely needed

    try:
        body, final = fetch(url, options.max_bytes)
    except InputError as error:
        yield problem(error, origin)
        return
    for item in read_stream(io.BytesIO(body), urlsplit(final).path, origin, options):
        yield replace(item, url=item.url or final) if isinstance(item, Document) else item


def _code(error: OSError) -> str:
    return "not-found" if isinstance(error, FileNotFoundError) else "unreadable"
