"""Plans of one organisation, which have calendars, registers and a page together."""

from pathlib import Path

PLANS = Path(__file__).parent / "plans" / "good"


def write_plans(folder: Path, *names: str, more: str = "") -> None:
    """The smallest plan under each name, with its directory; `more` stands at the end of each."""
    (folder / "organisations").mkdir(parents=True)
    directory = (PLANS / "organisations" / "town.yaml").read_bytes()
    (folder / "organisations" / "town.yaml").write_bytes(directory)
    text = (PLANS / "minimal.yaml").read_text("utf-8") + more
    for name in names:
        (folder / f"{name}.yaml").write_text(text.replace("id: minimal", f"id: {name}"), "utf-8")
