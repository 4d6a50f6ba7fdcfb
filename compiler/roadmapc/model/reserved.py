"""Names that no plan and no body may bear: their files would be others' or could not be made."""

_OF_FOLDERS = {
    "roadmaps": "так называется папка с планами",
    "officers": "так называется папка общих календарей",
    "municipalities": "так называется папка общих календарей муниципалитетов",
}
"""What lies beside the folders of plans."""
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""Microsoft, «Naming Files, Paths, and Namespaces»: not even with an extension."""


def why_no_plan(name: str) -> str:
    """Why a plan may not be called so; empty if it may."""
    return _OF_FOLDERS.get(name, "") or why_no_file(name)


def why_no_file(name: str) -> str:
    """Why no file can be called so, whatever its extension; empty if it can."""
    return "так называется устройство Windows: там такого файла не создать" if name in _DEVICES else ""
