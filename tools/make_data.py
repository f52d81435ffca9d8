"""Write what is derived from the data files: the compiled lexicon.

usage: python tools/make_data.py [--check]     --check: write nothing, exit 1 where it differs
"""

import sys
from pathlib import Path

from standoff.knowledge.lexicon import COMPILED, compile_lexicon

LEXICON = Path(__file__).parents[1] / "src/standoff/data/lexicon/en"


def main(arguments: list[str]) -> int:
    """Write, or compare, the compiled lexicon."""
    target = LEXICON / COMPILED
    wanted = compile_lexicon(LEXICON)
    if "--check" not in arguments:
        target.write_text(wanted, "utf-8")
        return 0
    if target.exists() and target.read_text("utf-8") == wanted:
        return 0
    print(f"{target} is not what the lexicon compiles to: run make data")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
