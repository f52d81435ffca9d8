"""docs/store.md is what the schema says."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_page_of_the_store_lists_its_views_and_tables_as_they_are() -> None:
    spec = importlib.util.spec_from_file_location("page", ROOT / "tools/make_store_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs/store.md").read_text("utf-8") == module.page()
