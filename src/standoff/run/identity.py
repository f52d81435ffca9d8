"""Which coder this is, told without loading it: a run with nothing to do loads no model."""

import json
from importlib.util import find_spec
from pathlib import Path

from standoff.errors import UsageError
from standoff.knowledge.coder_version import coder_version
from standoff.knowledge.knowledge import DATA, data_sha256
from standoff.model import MadeBy


def made_by_of(model: str) -> MadeBy:
    """Return what a record made with this model will say of its making."""
    return MadeBy(coder_version(), data_sha256(DATA), model, _model_version(model))


def _model_version(model: str) -> str:
    spec = find_spec(model)
    if spec is None or spec.origin is None:
        raise UsageError(
            f"the model {model!r} is not installed; install its package, or leave --model out"
        )
    folder = Path(spec.origin).parent
    found = (*sorted(folder.glob("*/meta.json")), *sorted(folder.glob("meta.json")))
    meta = next(iter(found), None)
    if meta is None:
        raise UsageError(f"{model!r} is no spaCy model: it has no meta.json")
    return str(json.loads(meta.read_text("utf-8"))["version"])
