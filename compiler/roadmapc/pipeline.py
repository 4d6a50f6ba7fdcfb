"""Start here: the way of a plan from its text to all that can be known of it, step by step.

    text → tree → with its registration → in its surroundings → model → calendar → checks

Each step is one call that returns its value and everything said while making it; the way ends at the
first step without a value. What is made of the result, documents and calendars, is in `outputs.py`.
"""

from datetime import date
from pathlib import Path

from roadmapc.assets import BLANKS
from roadmapc.checks.run import run
from roadmapc.compiled import Compiled, compiled_of, edition, in_time
from roadmapc.diagnostics.diagnostic import in_order
from roadmapc.diagnostics.of_signed import of_signed
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.edition.proof import proof
from roadmapc.edition.units import inlined
from roadmapc.model.codes import UNKNOWN_NAME
from roadmapc.model.from_tree.fields import is_as_signed, optional_scalar, text_references
from roadmapc.model.from_tree.pictures import picture_references
from roadmapc.model.numbered import with_units
from roadmapc.model.registration import UNREGISTERED, Registration
from roadmapc.schema.codes import EMPTY_VALUE
from roadmapc.surroundings import Sources, surroundings_of


def compile_plan(
    path: Path,
    registration: Registration = UNREGISTERED,
    day: date | None = None,
    sources: Sources | None = None,
) -> Outcome[Compiled]:
    """Everything that can be known of a plan, or of its edition of a day, without writing a file.

    `sources` may give files that are on no disk yet. Who compiles a plan again and again, as an editor does,
    gives each time sources with one `memo`: what is the same as before is not read and asked anew.
    """
    compiled = _compiled(path, registration, day, sources)
    if compiled.value is None:
        return compiled
    plan, calendar, texts = compiled.value.plan, compiled.value.of_text, compiled.value.surroundings.texts
    life = compiled.value.surroundings.life
    proved = proof(life, plan.file, inlined(plan.origin, texts)) if life and day is None else ()
    known = compiled.value.surroundings.memo
    said = run(plan, calendar, texts, (*compiled.diagnostics, *proved), known)
    return Outcome(compiled.value, in_order(tuple(with_units(said, plan))))


def compile_unchecked(
    path: Path,
    registration: Registration = UNREGISTERED,
    day: date | None = None,
    sources: Sources | None = None,
) -> Outcome[Compiled]:
    """A plan that is only looked at or compared: the way without the checks, half of its time.

    No value of a plan with a field that has none: what it was meant to say is not to be compared.
    """
    compiled = _compiled(path, registration, day, sources)
    is_told = any(one.code is EMPTY_VALUE for one in compiled.diagnostics)
    return Outcome(None if is_told else compiled.value, compiled.diagnostics)


def _compiled(
    path: Path, registration: Registration, day: date | None, given: Sources | None = None
) -> Outcome[Compiled]:
    """The way as far as the calendar; with acts, each of its days is that of the edition that rules it."""
    sources = given or Sources()
    written = sources.tree(path, "plan")
    around = written.then(lambda tree: surroundings_of(tree, sources))
    if written.value is None or around.value is None:
        return Outcome(None, in_order((*written.diagnostics, *around.diagnostics)))
    tree, life = written.value, around.value.life
    text = Outcome((tree, around.value)) if day is None else edition(tree, around.value, day, sources)
    compiled = text.then(lambda found: compiled_of(*found, registration, day))
    if life is not None:
        compiled = compiled.then(lambda latest: in_time(latest, tree, life.in_force(day), sources))
    said = (*around.diagnostics, *compiled.diagnostics)
    if compiled.value is not None and is_as_signed(tree.root):
        said = of_signed(said)
    return Outcome(compiled.value, in_order(said))


def compile_edition(
    path: Path, registration: Registration = UNREGISTERED, day: date | None = None
) -> Outcome[Compiled]:
    """The same for what is held against another edition or a document: with all that the plan names.

    No value if a text, a picture or the template of it cannot be read, or if it names somebody whom nobody
    knows: what is left out would seem to be struck out.
    """
    compiled = compile_unchecked(path, registration, day)
    if compiled.value is None:
        return compiled
    origin, around = compiled.value.plan.origin, compiled.value.surroundings
    is_whole = not any(each.code is UNKNOWN_NAME for each in compiled.diagnostics)
    is_whole &= all(each.text in around.texts for each in text_references(origin))
    named = picture_references(around.file, origin, around.texts)
    is_whole &= all(each.path in around.pictures for each in named)
    own = optional_scalar(origin, "template")
    if own is not None and own.text not in BLANKS:
        is_whole &= around.template in around.sources
    return compiled if is_whole else Outcome(None, compiled.diagnostics)
