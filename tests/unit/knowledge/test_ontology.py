"""What can be said: our own codes are complete, and every fault is told with its line."""

from pathlib import Path

import pytest

from standoff.knowledge.faults import Faults
from standoff.knowledge.knowledge import DATA
from standoff.knowledge.ontology import CameoCode, load_cameo, load_ontology

BELOW_ROOT = {
    "01": 10, "02": 27, "03": 28, "04": 7, "05": 8, "06": 5, "07": 6, "08": 25, "09": 5,
    "10": 27, "11": 12, "12": 26, "13": 22, "14": 26, "15": 6, "16": 13, "17": 13, "18": 14,
    "19": 9, "20": 7,
}  # fmt: skip


def faults_of(folder: Path, text: str) -> list[str]:
    """Return the faults of a cameo.yaml of this text."""
    (folder / "ontology").mkdir()
    (folder / "ontology" / "cameo.yaml").write_text(text, "utf-8")
    faults = Faults()
    load_cameo(folder, faults)
    return [f"{fault.line}: {fault.why}" for fault in faults.found]


def row(score: str = "3.0", quad_class: str = "1") -> str:
    """Return one code's fields."""
    return f'{{name: "Appeal", goldstein: "{score}", quad_class: "{quad_class}"}}'


def test_our_ontology_has_no_fault() -> None:
    faults = Faults()
    ontology = load_ontology(DATA, faults)
    assert faults.found == []
    assert len(ontology.types) == 16
    assert len(ontology.cameo) == 316


@pytest.mark.parametrize("root", BELOW_ROOT)
def test_a_root_has_the_codes_the_codebook_lists(root: str) -> None:
    codes = load_cameo(DATA, Faults())
    assert root in codes
    below = [code for code in codes if code.startswith(root) and code != root]
    assert len(below) == BELOW_ROOT[root]


@pytest.mark.parametrize(
    ("code", "score", "quad_class"),
    [
        ("0211", 3.4, 1),
        ("057", 8.0, 1),
        ("0874", 10.0, 2),
        ("090", -2.0, 3),
        ("130", -4.4, 3),
        ("1411", -6.5, 4),
        ("1712", -9.2, 4),
        ("2042", -10.0, 4),
    ],
)
def test_a_code_has_its_score_and_class(code: str, score: float, quad_class: int) -> None:
    found = load_cameo(DATA, Faults())[code]
    assert (found.goldstein, found.quad_class, found.inherited) == (score, quad_class, False)


def test_what_the_scale_leaves_out_has_the_score_of_the_code_above() -> None:
    codes = load_cameo(DATA, Faults())
    assert codes["176"] == CameoCode("176", "Attack cybernetically", -7.0, 4, inherited=True)
    inherited = {code for code in codes if codes[code].inherited}
    assert inherited == {"155", "176", "1834", "1951", "1952"}


def test_the_codes_are_sorted() -> None:
    codes = list(load_cameo(DATA, Faults()))
    assert codes == sorted(codes)


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (f'  "02": {row(score="11.0")}', "3: 02: goldstein 11.0 is not -10 to 10"),
        (f'  "02": {row(score="high")}', "3: 02: could not convert string to float: 'high'"),
        (f'  "02": {row(quad_class="5")}', "3: 02: quad_class 5 is not 1 to 4"),
        ('  "02": {goldstein: "3.0", quad_class: "1"}', "3: 02: 'name' is missing"),
        (f'  "021": {row()}', "3: 021: there is no code '02' above it"),
        (
            f'  "02": {row()}\n  "021": {row(quad_class="2")}',
            "4: 021: quad_class 2 is not that of 02",
        ),
        (f'  "02": {row()}\n  "02": {row()}', "4: duplicate key '02'"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, codes: str, told: str) -> None:
    assert faults_of(tmp_path, f"inherited: []\ncodes:\n{codes}\n") == [told]


def test_an_inherited_score_must_be_that_of_the_code_above(tmp_path: Path) -> None:
    text = f'inherited: ["020"]\ncodes:\n  "02": {row()}\n  "020": {row(score="2.0")}\n'
    told = "4: 020: goldstein 2.0 is inherited, yet not that of 02"
    assert faults_of(tmp_path, text) == [told]


def test_an_inherited_code_must_be_a_code(tmp_path: Path) -> None:
    text = f'inherited: ["029"]\ncodes:\n  "02": {row()}\n'
    assert faults_of(tmp_path, text) == ["1: inherited: '029' is no code"]


def test_a_type_with_a_root_that_is_none_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    folder.mkdir()
    plover = (DATA / "ontology" / "plover.yaml").read_text("utf-8")
    (folder / "plover.yaml").write_text(plover.replace('cameo: "07"', 'cameo: "27"'), "utf-8")
    cameo = (DATA / "ontology" / "cameo.yaml").read_text("utf-8")
    (folder / "cameo.yaml").write_text(cameo, "utf-8")
    faults = Faults()
    load_ontology(tmp_path, faults)
    assert [fault.why for fault in faults.found] == ["AID: 'cameo: 27' is not in cameo.yaml"]
