"""What a plan is read with: the files that it names, looked up beside it.

A plan names its directory of bodies, and may name a profile, a work calendar, a template of its order,
files of prose and pictures.
"""

import os
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from roadmapc.assets import BLANKS, ORDER_TEMPLATE, template_file
from roadmapc.calendar.workdays import WorkCalendar, from_text, official
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.edition.codes import NO_FIRST_EDITION, TWO_HISTORIES, UNNAMED_HISTORY
from roadmapc.edition.life import FIRST_EDITION, Life, in_order_of_effect, order_of
from roadmapc.memo import NOTHING_KEPT, Memo
from roadmapc.model import act
from roadmapc.model.codes import FILE_REFERENCE
from roadmapc.model.from_tree.amendments import read_act_file
from roadmapc.model.from_tree.fields import mapping, optional_scalar, scalar, text_of, text_references
from roadmapc.model.from_tree.organisation import read_organisation
from roadmapc.model.from_tree.pictures import picture_references
from roadmapc.model.from_tree.profile import DEFAULT_PROFILE, SHIPPED, read_profile, shipped_profile
from roadmapc.model.from_tree.seasons import read_seasons
from roadmapc.model.organisation import Organisation
from roadmapc.model.part_codes import SMALL_PICTURE, UNUSABLE_PICTURE
from roadmapc.model.profile import Profile
from roadmapc.schema.validate import plain, plain_with, validate_filled
from roadmapc.source.file import SourceFile
from roadmapc.source.image import Image, Unusable, image
from roadmapc.source.limits import PICTURES
from roadmapc.syntax.from_bytes import from_bytes, prose_of
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.reread import Read, first_read, reread
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.workspace.disk import kind_of
from roadmapc.workspace.sources import beside, is_file, read, read_all

_INCH = 25.4
"""In millimetres."""
_SHEET = (165 / _INCH, 217 / _INCH)
"""Inches that a picture may take of a sheet of A4, with its caption."""
_LEGIBLE = 10
"""Millimetres: the least side of a picture that says anything."""


class Tree(NamedTuple):
    """A YAML file of the shape of its schema."""

    path: Path
    file: SourceFile
    root: MappingNode


@dataclass(frozen=True, slots=True)
class Sources:
    """Reads files, and remembers their bytes: a manifest says from which a plan was built."""

    contents: dict[Path, bytes] = field(default_factory=dict)
    """In the order of reading."""
    memo: Memo = NOTHING_KEPT
    """What is known of other files and texts, some of which may be the same."""
    given: Mapping[Path, bytes] = field(default_factory=dict)
    """Files that are on no disk yet: what a program has written and wants to see compiled."""

    def content(self, path: Path) -> Outcome[bytes]:
        """The bytes of a file."""
        content = Outcome(self.given[path]) if path in self.given else read(path)
        if content.value is not None:
            self.contents[path] = content.value
        return content

    def text(self, path: Path) -> Outcome[SourceFile]:
        """A file as text."""
        return self.content(path).then(lambda content: from_bytes(str(path), content))

    def tree(self, path: Path, schema: str) -> Outcome[Tree]:
        """A file as a tree of the shape that `schema` describes."""
        return self.content(path).then(
            lambda content: self.memo.answer(
                ("tree", path, schema), content, lambda: _tree(path, schema, content, self.memo)
            )
        )

    def organisation(self, path: Path) -> Outcome[Organisation]:
        """The directory of bodies in a file."""
        return self.tree(path, "organisation").then(
            lambda tree: self.memo.answer(
                ("organisation", path),
                tree.file.text,
                lambda: read_organisation(tree.file, tree.root),
            )
        )


def _tree(path: Path, schema: str, content: bytes, memo: Memo) -> Outcome[Tree]:
    """A tree of a text; of one that a memo knows as it was, only what differs is read."""
    known: list[tuple[Read, object]] = memo.of(("read", path, schema), make=list)
    again = reread(known[0][0], content) if known else None
    if again is not None:
        read, change = again
        known[0] = read, plain_with(known[0][1], change, schema)
        root = validate_filled(read.file, read.root, schema, known[0][1])
        return root.then(lambda root: Outcome(Tree(path, read.file, root)))
    file = from_bytes(str(path), content)
    node = file.then(from_yaml)
    if file.value is not None and node.value is not None and not node.diagnostics and memo.is_kept:
        known[:] = [(first_read(file.value, node.value), plain(node.value, schema))]
    root = node.then_with(file, lambda node, file: validate_filled(file, node, schema))
    return root.then_with(file, lambda root, file: Outcome(Tree(path, file, root)))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything that a plan names."""

    file: SourceFile
    """The plan itself."""
    directory: Path
    """Of the organisation, resolved: bodies of one directory with one id are one body."""
    organisation: Organisation
    profile: Profile
    work_calendar: WorkCalendar | None
    """`None`, with a finding, if the plan's own cannot be read."""
    template: Path | None
    """The order's own; `None` if the plan names none or, with a finding, it is not there."""
    blank: str
    """The file of the shipped template that the plan names, in any folder of templates."""
    texts: Mapping[str, SourceFile]
    """Files of prose by the plan's reference; one that cannot be read is left out, with a finding."""
    life: Life | None
    """What the plan was first, and the acts since; `None` for a plan that keeps no folder of acts."""
    pictures: Mapping[str, Image]
    """By their paths from the plan's folder; one that cannot be printed is left out, with a finding."""
    sources: Mapping[Path, bytes]
    """All these files and the plan itself as they were read, by their paths."""
    memo: Memo
    """What is known of phrases and texts like those of the plan."""


def surroundings_of(plan: Tree, sources: Sources) -> Outcome[Surroundings]:
    """Everything that a plan names; no value without its directory and its profile."""
    directory = _named(plan, scalar(plan.root, "organisation"), sources.given)
    organisation = directory.then(sources.organisation)
    profile, template = _profile(plan, sources), _template(plan, sources)
    days = _work_calendar(plan, sources)
    life = organisation.then(lambda organisation: _life(plan, sources, organisation))
    diagnostics = (*life.diagnostics, *profile.diagnostics, *template.diagnostics, *days.diagnostics)
    if directory.value is None or organisation.value is None or profile.value is None or life.value is None:
        return Outcome(None, (*directory.diagnostics, *diagnostics))
    name = text_of(plan.root.get("template"))
    texts = [
        (each.text, _named(plan, each).then(sources.text).then(prose_of))
        for each in text_references(plan.root)
    ]
    found = {reference: text.value for reference, text in texts if text.value is not None}
    pictures = _pictures(plan, found, sources)
    surroundings = Surroundings(
        file=plan.file,
        directory=directory.value.resolve(),
        organisation=organisation.value,
        profile=profile.value,
        work_calendar=days.value,
        template=template.value,
        blank=template_file(name) if name in BLANKS else ORDER_TEMPLATE,
        texts=found,
        pictures=pictures.value or {},
        life=next(iter(life.value), None),
        sources=sources.contents,
        memo=sources.memo,
    )
    of_texts = (diagnostic for _, text in texts for diagnostic in text.diagnostics)
    return Outcome(surroundings, (*diagnostics, *of_texts, *pictures.diagnostics))


def _pictures(plan: Tree, texts: Mapping[str, SourceFile], sources: Sources) -> Outcome[dict[str, Image]]:
    """Those that can be printed, each read once; beyond the limit of all together none is looked at."""
    found: dict[str, Image] = {}
    said: dict[str, tuple[Diagnostic, ...]] = {}
    left = PICTURES.most
    for path, place in picture_references(plan.file, plan.root, texts):
        if path in said:
            continue
        content = _path(plan, path, place).then(sources.content)
        said[path] = content.diagnostics
        if content.value is None:
            continue
        left -= len(content.value)
        picture = _image(content.value, place, left)
        said[path] += picture.diagnostics
        if picture.value is not None:
            found[path] = picture.value
    return Outcome(found, tuple(each for of_one in said.values() for each in of_one))


def _image(content: bytes, place: Place, left: int) -> Outcome[Image]:
    """`left` is how many more bytes pictures may have."""
    found = Unusable(f"больше {PICTURES} {PICTURES.what}", PICTURES.advice) if left < 0 else image(content)
    if isinstance(found, Image):
        return Outcome(found, tuple(_small(found, place)))
    message = f"рисунок не напечатать: {found.reason}"
    return Outcome(None, (Diagnostic(UNUSABLE_PICTURE, message, place, hints=(found.advice,)),))


def _small(picture: Image, place: Place) -> Iterator[Diagnostic]:
    """Asked of a picture in which nobody would make anything out on a sheet of A4."""
    least = min(picture.printed(*_SHEET)) * _INCH
    if least < _LEGIBLE:
        message = f"рисунок напечатается полоской в {least:.0f} мм: {picture.width} × {picture.height} точек"
        hint = "проверьте, тот ли это файл и с каким числом точек на дюйм он сохранён"
        yield Diagnostic(SMALL_PICTURE, message, place, hints=(hint,))


def _profile(plan: Tree, sources: Sources) -> Outcome[Profile]:
    """A shipped profile, or that of a file."""
    reference = optional_scalar(plan.root, "profile")
    if reference is None or reference.text in SHIPPED:
        return Outcome(shipped_profile(DEFAULT_PROFILE if reference is None else reference.text))
    tree = _named(plan, reference).then(lambda path: sources.tree(path, "profile"))
    seasons = tree.then(lambda tree: read_seasons(tree.file, tree.root))
    return tree.then_with(seasons, lambda tree, seasons: Outcome(read_profile(tree.root, seasons)))


def _template(plan: Tree, sources: Sources) -> Outcome[Path]:
    """The path of the template, with what is wrong with its content."""
    reference = optional_scalar(plan.root, "template")
    if reference is None or reference.text in BLANKS:
        return Outcome(None)
    path = _named(plan, reference)
    return Outcome(path.value, path.then(sources.content).diagnostics)


def _work_calendar(plan: Tree, sources: Sources) -> Outcome[WorkCalendar]:
    """The official calendar, with what the plan's own file says put over it."""
    reference = optional_scalar(plan.root, "work_calendar")
    if reference is None:
        return Outcome(official())
    return _named(plan, reference).then(sources.text).then(from_text)


def _life(plan: Tree, sources: Sources, organisation: Organisation) -> Outcome[tuple[Life, ...]]:
    """The life that the plan's folder of acts tells: one, or none; no value if the folder cannot be read."""
    reference = optional_scalar(plan.root, "acts")
    if reference is None:
        return Outcome((), _unnamed_history(plan))
    place = Place(plan.file, reference.span)
    if "amendments" in plan.root.fields:
        message, hint = "история записана и списком amendments, и папкой acts", "оставьте одну из записей"
        return Outcome(None, (Diagnostic(TWO_HISTORIES, message, place, (hint,)),))
    files = _act_files(plan, reference.text, place)
    if files.value is None:
        return Outcome(None, files.diagnostics)
    first, *trees = (sources.tree(path, "act" if at else "plan") for at, path in enumerate(files.value))
    told = tuple(each for tree in (first, *trees) for each in tree.diagnostics)
    if first.value is None or any(tree.value is None for tree in trees):
        return Outcome(None, told)
    kind = act.kind_of(text_of(mapping(first.value.root, "order").get("kind")), act.ActKind.ORDER)
    acts = [
        read_act_file(tree.value.file, tree.value.root, organisation, kind)
        for tree in trees
        if tree.value is not None
    ]
    if any(one.value is None for one in acts):
        return Outcome(None, (*told, *(each for one in acts for each in one.diagnostics)))
    told += tuple(each for one in acts for each in one.diagnostics)
    known = in_order_of_effect(one.value for one in acts if one.value is not None)
    return Outcome((Life(first.value.root, known, order_of(first.value.root)),), told)


def _unnamed_history(plan: Tree) -> tuple[Diagnostic, ...]:
    """That a folder of acts has the name of the plan, which names none."""
    name = optional_scalar(plan.root, "id")
    folder = "" if name is None else f"acts/{name.text}"
    first = beside(plan.path, f"{folder}/{FIRST_EDITION}") if folder else None
    if name is None or first is None or not is_file(first):
        return ()
    message = f"рядом лежит история этого плана, папка «{folder}», а поле acts её не называет"
    hints = (f"верните строку «acts: {folder}»", "если акты не изданы, уберите и папку")
    return (Diagnostic(UNNAMED_HISTORY, message, Place(plan.file, name.span), hints),)


def _act_files(plan: Tree, reference: str, place: Place) -> Outcome[tuple[Path, ...]]:
    """The files of a folder of acts: the first edition, then the acts; no value without the first."""
    hint = "папку заводит roadmapc amend --record; она лежит рядом с планом и хранится вместе с ним"
    folder = beside(plan.path, reference)
    if folder is None:
        message = f"папка «{reference}» лежит вне папки плана"
        return Outcome(None, (Diagnostic(NO_FIRST_EDITION, message, place, (hint,)),))
    found = read_all(folder, ("*.yaml",))
    if found.value is None:
        return Outcome(None, found.diagnostics)
    if FIRST_EDITION not in found.value:
        message = f"в папке «{reference}» нет первой редакции ({FIRST_EDITION})"
        return Outcome(None, (Diagnostic(NO_FIRST_EDITION, message, place, (hint,)),))
    acts = (name for name in found.value if name != FIRST_EDITION)
    return Outcome((folder / FIRST_EDITION, *(folder / name for name in acts)))


def _named(plan: Tree, reference: ScalarNode, given: Container[Path] = ()) -> Outcome[Path]:
    return _path(plan, reference.text, Place(plan.file, reference.span), given)


def _path(plan: Tree, reference: str, place: Place, given: Container[Path] = ()) -> Outcome[Path]:
    """The file that a plan refers to; no value if it is not in the plan's folder, nor given by a program."""
    path = beside(plan.path, reference)
    if path is not None and (path in given or is_file(path)):
        return Outcome(path)
    message = f"файл «{reference}» {'лежит вне папки плана' if path is None else 'не найден'}"
    hint = "файл лежит рядом с планом или в папке ниже, путь пишется от папки плана"
    if path is not None and os.path.lexists(path) and (kind := kind_of(path)):
        message, hint = f"на месте файла «{reference}» стоит {kind}", "положите туда сам файл"
    return Outcome(None, (Diagnostic(FILE_REFERENCE, message, place, hints=(hint,)),))
