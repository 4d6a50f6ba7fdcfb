"""`roadmapc acts`."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from roadmapc.amend.codes import UNCONVERTED
from roadmapc.amend.record import Recorded, act_file_name, first_edition, noted
from roadmapc.amend.writing import without_list
from roadmapc.checks.fix import corrected
from roadmapc.cli.histories import edition_of, keep
from roadmapc.cli.inputs import plan_at
from roadmapc.cli.options import as_of_option
from roadmapc.cli.parameters import DAY
from roadmapc.cli.paths import PATH
from roadmapc.cli.report import leave, say
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.edition.conversion import ListedEdition, converted
from roadmapc.edition.life import FIRST_EDITION
from roadmapc.edition.standing import ActStanding, Standing, standings
from roadmapc.edition.units import inlined
from roadmapc.model.act import Case
from roadmapc.model.amendment import listed
from roadmapc.pipeline import compile_unchecked
from roadmapc.revision.files import editions
from roadmapc.text.dates import digits
from roadmapc.text.letters import capital
from roadmapc.text.plural import counted

_WORDS = {
    Standing.IN_FORCE: "действует с {}",
    Standing.NOT_YET: "вступает в силу {}",
    Standing.REPEALED: "действовал с {}, утратил силу",
    Standing.NEVER: "в силу не вступил",
}


@click.command("acts")
@click.argument("plan", type=PATH, metavar="ПЛАН")
@click.option("--convert", is_flag=True, help="перевести список актов в папку, по прежним редакциям файла")
@click.option("--note", metavar="ПРИЧИНА", help="записать правку настроек, которой акта не нужно")
@click.option("--date", "day", type=DAY, metavar="ДАТА", help="день этой правки")
@as_of_option
def command(plan: Path, *, convert: bool, note: str | None, day: date | None, as_of: date | None) -> None:
    """Показать акты плана: какие действуют, какие утратили силу и какой их сменил."""
    compiled = plan_at(plan)
    if convert:
        made = _value(_converted(plan, compiled))
        keep(plan, made)
        count = counted(len(made.files) - 1, "акт", "акта", "актов")  # the first edition is none
        click.echo(f"переведено: {count}; проверьте: roadmapc check", err=True)
        _show(plan_at(plan), as_of)
    elif note is not None:
        if day is None:
            raise click.UsageError("назовите день правки: --date")
        keep(plan, _value(noted(edition_of(compiled), day, note)))
    else:
        _show(compiled, as_of)


def _value(outcome: Outcome[Recorded]) -> Recorded:
    say(outcome.diagnostics)
    return outcome.value or leave(())


def _show(compiled: Compiled, day: date | None) -> None:
    life = compiled.surroundings.life
    if life is not None:
        lines = list(map(_line, standings(life, day)))
    else:
        lines = [capital(listed((act,), Case.NOMINATIVE)) for act in compiled.plan.amendments]
    click.echo("\n".join(lines) or "приказ не изменяли")


def _line(each: ActStanding) -> str:
    words = _WORDS[each.standing].format(digits(each.act.life.effective))
    by = f" – {listed((each.by,), Case.NOMINATIVE)}" if each.by else ""
    title = f" «{each.act.title}»" if each.act.title else ""
    return f"{capital(listed((each.act,), Case.NOMINATIVE))}{title}: {words}{by}"


def _converted(path: Path, compiled: Compiled) -> Outcome[Recorded]:
    """The list as files: the first revision that knows an act says what the act has done."""
    plan = compiled.plan
    if "amendments" not in plan.origin.fields:
        return failed(
            UNCONVERTED, "списка amendments в плане нет", "переводить нечего: roadmapc acts покажет акты"
        )
    known = [tuple(act.name for act in plan.amendments[:count]) for count in range(len(plan.amendments) + 1)]
    found: dict[int, Compiled] = {}
    for revision in _revisions(path):
        names = tuple(act.name for act in revision.plan.amendments)
        # of the first edition the newest revision, of the others the oldest
        if names in known and (names or 0 not in found):
            found[len(names)] = revision
    missing = next((count for count in range(len(known)) if count not in found), None)
    if missing is not None:
        what = f"с актом {known[missing][-1].requisites}" if missing else "до первого акта"
        hint = "нужна вся история файла: git fetch --unshallow; иначе заведите папку актов вручную"
        return failed(UNCONVERTED, f"редакции {what} в хранилище нет", hint)
    roots = [inlined(each.plan.origin, each.surroundings.texts) for _, each in sorted(found.items())]
    later = [ListedEdition(root, plan.amendments[:count]) for count, root in enumerate(roots[1:], start=1)]
    made = converted(roots[0], later, plan.organisation)
    if made.value is None:
        return Outcome(None, made.diagnostics)
    folder, acts = f"acts/{plan.id}", tuple(each.act for each in made.value)
    files = {
        f"{folder}/{act_file_name(each.act, acts[: at + 1])}": each.words
        for at, each in enumerate(made.value)
    }
    files[f"{folder}/{FIRST_EDITION}"] = first_edition(edition_of(found[0]))
    words = corrected(plan.file, without_list(plan, folder)).rstrip() + "\n"
    return Outcome(Recorded(words, files))


def _revisions(path: Path) -> Iterator[Compiled]:
    """The file itself, then its revisions, the newest first; those that cannot be read are passed over."""
    name = os.path.relpath(path)
    for each in (path, *(Path(f"{revision}:./{name}") for revision in editions(name))):
        compiled = compile_unchecked(each).value
        if compiled is not None:
            yield compiled
