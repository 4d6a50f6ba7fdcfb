"""The manual page of one rule, read from its file without loading the rule."""

import ast
from pkgutil import get_data, iter_modules

from roadmapc.checks import rules
from roadmapc.diagnostics.code import About, Code, Group, Severity


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
    page = ast.get_docstring(module, clean=False)
    given = [_given(each, page) for each in call.args]
    named = {str(each.arg): _given(each.value, page) for each in call.keywords}
    return Code(*given, **named)  # type: ignore[arg-type] # a test holds every rule's against the loaded one


_CHOICES = {"Severity": Severity, "Group": Group, "About": About}


def _given(argument: ast.expr, page: str | None) -> object:
    """A constant, a member of an enumeration, or the page of the file."""
    match argument:
        case ast.Constant(value):
            return value
        case ast.Attribute(choice, name):
            return _CHOICES[_name_of(choice)][name]
    return page


def _name_of(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""
