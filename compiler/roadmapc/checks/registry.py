"""Every rule, by code: a rule is a file of `rules/` with a `RULE`, and stands in no other list.

The folder is walked once at the start, which costs one millisecond of the 150 that loading the rules takes.
A list written out would have to be kept in step by hand, and types and layers are checked in each file
without it.
"""

from importlib import import_module
from pkgutil import iter_modules

from roadmapc.checks import rules
from roadmapc.checks.rule import Rule

_MODULES = [import_module(f"{rules.__name__}.{file.name}") for file in iter_modules(rules.__path__)]
RULES: tuple[Rule, ...] = tuple(sorted((module.RULE for module in _MODULES), key=lambda rule: rule.code.id))
