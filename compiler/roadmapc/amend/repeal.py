"""The act that ends a plan, and its record in the plan's folder of acts."""

from roadmapc.amend.codes import UNAMENDABLE
from roadmapc.amend.order import Requisites, repealing, still_named
from roadmapc.amend.record import Edition, Recorded, act_file_name, first_edition, head_of, refused
from roadmapc.amend.reread import reread
from roadmapc.amend.writing import with_folder
from roadmapc.checks.fix import corrected
from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.edition.life import FIRST_EDITION
from roadmapc.edition.to_file import act_text, read_act_text
from roadmapc.model.amendment import ActName
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.plan import Plan
from roadmapc.source.file import SourceFile
from roadmapc.syntax.to_yaml import to_yaml
from roadmapc.text.dates import digits


def repealing_order(plan: Plan, requisites: Requisites) -> Outcome[Plan]:
    """The act as a plan of its own, whose file is the YAML; no value for an order that is not signed."""
    order = plan.order
    if order.date is None or not order.number:
        hint = "проект, который не подписан, прекращать не нужно"
        return failed(UNAMENDABLE, "документ не подписан", hint)
    if requisites.date < order.date:
        message = f"акт от {digits(requisites.date)} раньше самого документа ({digits(order.date)})"
        return failed(UNAMENDABLE, message, "проверьте дату")
    return reread(SourceFile("прекращающий акт", to_yaml(repealing(plan, requisites))), plan)


def repeal_recorded(edition: Edition, requisites: Requisites, title: str) -> Outcome[Recorded]:
    """The plan with the act that ends it and the acts before it: nothing of its text is changed."""
    plan, life = edition.plan, edition.life
    if plan.origin.get("amendments") is not None:
        return refused("в списке amendments прекращение не записать: переведите его в папку acts")
    assert plan.order.date is not None, "only a signed order is ended"
    named = text_of(plan.origin.get("acts"))
    folder = named or f"acts/{plan.id}"
    ended = (ActName(plan.order.date, plan.order.number), *(act.name for act in still_named(plan)))
    words = act_text(head_of(requisites, title, ended))
    act = read_act_text(words, plan.organisation)
    if act.value is None:
        return Outcome(None, act.diagnostics)
    known = life.acts if life else ()
    if any(each.name == act.value.name for each in known):
        return refused(f"акт {act.value.requisites} уже есть в истории плана")
    files = {f"{folder}/{act_file_name(act.value, (*known, act.value))}": words}
    if life is None:
        files[f"{folder}/{FIRST_EDITION}"] = first_edition(edition)
    edits = () if named else (with_folder(plan, folder),)
    return Outcome(Recorded(corrected(plan.file, edits), files))
