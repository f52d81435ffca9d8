import pytest

from standoff.errors import DataError
from standoff.knowledge import strict_yaml


def test_every_scalar_is_a_string(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("code: 010\ncountry: NO\ndate: 2024-05-01\n", "utf-8")
    assert strict_yaml.read(path) == {"code": "010", "country": "NO", "date": "2024-05-01"}


def test_a_repeated_key_is_refused_with_its_line(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\nb: 2\na: 3\n", "utf-8")
    with pytest.raises(DataError) as caught:
        strict_yaml.read(path)
    assert caught.value.line == 3
    assert "duplicate key 'a'" in str(caught.value)


def test_broken_yaml_names_its_line(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("a: [1, 2\nb: 3\n", "utf-8")
    with pytest.raises(DataError) as caught:
        strict_yaml.read(path)
    assert caught.value.path == str(path)


def test_every_mapping_can_carry_its_line():
    rows = strict_yaml.read_with_lines("- a: x\n- a: y\n", "text")
    assert [row[strict_yaml.LINE] for row in rows] == [1, 2]
