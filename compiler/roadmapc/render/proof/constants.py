"""The words that a template prints in every order."""

import re
from collections.abc import Iterator

from roadmapc.render.proof.words import words
from roadmapc.wordprocessing.reading import Effect, Reading, Story

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_BRACES = frozenset("{}")
_LENGTH = re.compile(r"\|\s*length\b")
_COUNTED = tuple(map(str, range(1000)))
"""What a tag may print that counts something."""
_LITERAL = re.compile(r"\"([^\"]*)\"|'([^']*)'|[“”]([^“”]*)[“”]|[‘’]([^‘’]*)[‘’]")


def constants(template: Reading) -> frozenset[str]:
    """Words of a template outside of its tags, and those that tags print as they stand."""
    return frozenset(word for text in _texts(template) for word in words(text))


def _texts(template: Reading) -> Iterator[str]:
    for paragraph in template.paragraphs:
        if paragraph.place.story is Story.COMMENT:  # it goes into no order
            continue
        text = f"{paragraph.label} {paragraph.text}"
        yield TAG.sub(" ", text)
        for run in paragraph.runs:
            if Effect.COMPUTED in run.effects and not _BRACES & set(run.text):
                yield run.text  # what a field of the template shows may touch a word beside it
        for tag in TAG.findall(text):
            if _LENGTH.search(tag):
                yield from _COUNTED
            if tag.startswith("{{"):
                yield from (literal for found in _LITERAL.findall(tag) for literal in found)
