"""Why a tree has not the shape of its schema: findings with places and Russian words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from roadmapc.diagnostics.diagnostic import Diagnostic, in_order
from roadmapc.schema.violation import Violation, node_at
from roadmapc.schema.wording import worded
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import Node


def explain(file: SourceFile, root: Node, errors: Iterable[Any], name: str) -> tuple[Diagnostic, ...]:
    """Every finding, in order; `errors` are those of `jsonschema_rs` against the schema `name`."""
    violations = [_violation(file, root, error, name) for error in errors]
    of_wrong_kind = {violation.path for violation in violations if violation.keyword == "type"}
    found: list[Diagnostic] = []
    for violation in violations:
        if violation.keyword == "type" or violation.path not in of_wrong_kind:
            found.extend(worded(violation))
    return in_order(tuple(found))


def _violation(file: SourceFile, root: Node, error: Any, name: str) -> Violation:
    path = tuple(error.instance_path)
    node, key = node_at(root, path)
    return Violation(error.kind.name, error.kind.value, name, path, node, key, file)
