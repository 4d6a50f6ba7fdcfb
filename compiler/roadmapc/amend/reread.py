"""A text of our own making, read as any other plan before anybody sees it."""

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.from_tree.plan import read_plan
from roadmapc.model.plan import Plan
from roadmapc.schema.validate import validate
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml


def reread(file: SourceFile, plan: Plan) -> Outcome[Plan]:
    """The plan of a file, with the directory, the profile and the prose and pictures of `plan`."""
    tree = from_yaml(file)
    if tree.value is None:
        return Outcome(None, tree.diagnostics)
    valid = validate(file, tree.value, "plan")
    if valid.value is None:
        return Outcome(None, valid.diagnostics)
    return read_plan(file, valid.value, plan.organisation, plan.profile, plan.files)
