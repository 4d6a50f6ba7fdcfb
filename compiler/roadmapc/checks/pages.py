"""The manual page of one rule, read from its file without loading the rule."""

import ast
from pkgutil import get_data, iter_modules

from roadmapc.checks import rules
from roadmapc.diagnostics.code import Code, Group, Severity


def code_of_rule(name: str) -> Code | None:
    """The code by its id, in any case of letters, or by its name; `None` if no rule's file has it.

    A file says `RULE = Rule(Code("T929", "title-without-about", Severity.WARNING, __doc__), check)`, so what
    it says can be read where it is written.
    """
    wanted = (f'"{name.upper()}"', f'"{name}"')
    for file in iter_modules(rules.__path__):
        source = (get_data(rules.__name__, f"{file.name}.py") or b"").decode()
        said = source[source.rindex("\nRULE = ") :]
        if any(each in said for each in wanted):
            return _code(ast.parse(source))
    return None


def _code(module: ast.Module) -> Code:
    """What the call `Code(…)` makes that a rule begins with."""
    call = next(
        each for each in ast.walk(module) if isinstance(each, ast.Call) and _name_of(each.func) == "Code"
    )
    given: list[object] = []
    for each in call.args:
        if isinstance(each, ast.Constant):
            given.append(each.value)
        elif isinstance(each, ast.Attribute):
            given.append({"Severity": Severity, "Group": Group}[_name_of(each.value)][each.attr])
        else:
            given.append(ast.get_docstring(module, clean=False))
    return Code(*given)  # type: ignore[arg-type] # a test holds every rule's against the loaded one


def _name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""
