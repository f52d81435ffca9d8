"""Each format, byte for byte; `pytest --update-golden` writes the expected files anew."""

from pathlib import Path

import pytest

from export_rows import SAMPLE
from standoff.export import EXPORTERS

CASES = Path(__file__).parents[2] / "cases" / "export"
NAMES = {"polecat": "polecat.tsv", "plover": "plover.jsonl", "gdelt": "gdelt",
         "icews": "icews.tsv", "dna": "dna.csv", "graphml": "network.graphml",
         "webannotation": "annotations.jsonld", "brat": "brat", "parc": "parc.jsonl",
         "csv": "csv", "jsonl": "jsonl"}  # fmt: skip
WITHOUT_STATUS = {"polecat", "gdelt", "icews", "dna"}


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_all_formats_but_the_binary_one_have_an_expected_file():
    assert NAMES.keys() | {"parquet"} == EXPORTERS.keys()


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_is_written_as_expected(name, tmp_path, request):
    folder = CASES / name
    target = folder if request.config.getoption("--update-golden") else tmp_path
    target.mkdir(exist_ok=True, parents=True)
    include_status = name in WITHOUT_STATUS
    EXPORTERS[name].write(SAMPLE, target / NAMES[name], include_status=include_status)
    assert files(target) == files(folder)
    assert files(folder)
