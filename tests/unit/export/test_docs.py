"""Every format and each of its columns is told of in docs/exports.md."""

import re
from pathlib import Path

import pytest

from standoff.export import (
    EXPORTERS,
    brat,
    dna,
    gdelt,
    graphml,
    icews,
    polecat,
    tidy,
    webannotation,
)

DOCS = Path(__file__).parents[3] / "docs" / "exports.md"
COLUMNS = {
    "polecat": polecat.COLUMNS,
    "gdelt": (*gdelt.EVENTS, *gdelt.MENTIONS),
    "icews": icews.COLUMNS,
    "dna": dna.COLUMNS,
    "graphml": (*graphml.NODE, *graphml.EDGE),
    "webannotation": webannotation.COLUMNS,
    "brat": brat.COLUMNS,
    "csv": tuple(c for table in tidy.TABLES.values() for c in table.columns),
}


def section(name: str) -> str:
    parts = re.split(r"^## ", DOCS.read_text("utf-8"), flags=re.MULTILINE)
    (found,) = [part for part in parts if re.search(rf"`{name}`", part.split("\n")[0])]
    return found


@pytest.mark.parametrize("name", EXPORTERS)
def test_each_format_has_a_section(name):
    assert section(name)


@pytest.mark.parametrize("name", COLUMNS)
def test_each_column_is_in_the_section_of_its_format(name):
    text = section(name)
    for column in COLUMNS[name]:
        assert f"| `{column.name}` | {column.type} | {column.doc} |" in text, column.name


def test_the_formats_have_as_many_columns_as_they_must():
    counts = (len(polecat.COLUMNS), len(gdelt.EVENTS), len(gdelt.MENTIONS), len(icews.COLUMNS))
    assert counts == (40, 61, 16, 20)
