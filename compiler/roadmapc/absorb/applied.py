"""Files with edits made: two that want one place for different words are told apart before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from roadmapc.absorb.changes import Change, FileEdit
from roadmapc.absorb.marks import Origin
from roadmapc.absorb.scalars import quoted
from roadmapc.absorb.sources import Sources, Value
from roadmapc.source.span import Span


def applied(sources: Sources, changes: Iterable[Change]) -> dict[int, str]:
    """The new texts of the files that changes rewrite, by ordinals."""
    by_file: defaultdict[int, list[FileEdit]] = defaultdict(list)
    for edit in dict.fromkeys(edit for change in changes for edit in change.edits):
        by_file[edit.file].append(edit)
    return {file: _edited(sources, file, edits) for file, edits in by_file.items()}


def conflicts(one: Change, other: Change) -> bool:
    """Whether two changes want one place for different words."""
    return any(_overlap(a, b) for a in one.edits for b in other.edits)


def _overlap(one: FileEdit, other: FileEdit) -> bool:
    if one.file != other.file or one == other:
        return False
    first, second = sorted((one.span, other.span))
    return (first.end > second.start and first != second) or (first == second and first.start < first.end)


def _edited(sources: Sources, file: int, edits: Sequence[FileEdit]) -> str:
    """Texts without quotes get some where their new words need them."""
    text = sources.files[file].text
    within: defaultdict[Value | None, list[FileEdit]] = defaultdict(list)
    for edit in edits:
        within[_value(sources, edit)].append(edit)
    whole: list[FileEdit] = list(within.pop(None, []))
    for value, own in within.items():
        assert value is not None
        words = _made(text, value.span, own)
        wrapped = quoted(value, words)
        whole += own if wrapped is None else [FileEdit(file, value.span, wrapped)]
    return _made(text, Span(0, len(text)), whole)


def _value(sources: Sources, edit: FileEdit) -> Value | None:
    """The text that an edit is inside of; none for one of YAML."""
    if edit.is_yaml:
        return None
    value = sources.value_at(Origin(edit.file, edit.span.start)) or sources.value_at(
        Origin(edit.file, max(edit.span.start - 1, 0))
    )
    return value if value is not None and edit.span.within(value.span) else None


def _made(text: str, span: Span, edits: Iterable[FileEdit]) -> str:
    pieces, at = [], span.start
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join((*pieces, text[at : span.end]))
