"""The pictures of the README and of the guide to blanks, made anew: `make pictures`.

Needs LibreOffice, pdftoppm and Chromium. The plans of the repository are built; pages of their orders
stand side by side, and the calendar page is seen as on a day of its second year, wide and on a telephone.
The blanks are those of one act, which each of them suits after few changes.
"""

import shutil
import subprocess
import sys
from base64 import b64encode
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import yaml
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / ".github" / "pictures"
FLAGS = ("--no-sandbox", "--disable-gpu")
TODAY: Final = "2022-09-20T09:00:00"
"""The day on which the calendar page is seen."""
CALENDAR: Final = "arkhangelsk-2021"
"""The plan whose calendar page is shown."""


class OrderPage(NamedTuple):
    """A page of an order as built."""

    plan: str
    number: int


ORDERS: Final = {
    "order.png": (620, (OrderPage("arkhangelsk-2021", 1), OrderPage("arkhangelsk-2021", 4))),
    "orders.png": (
        420,
        (
            OrderPage("arkhangelsk-2021", 1),
            OrderPage("yurga-2020", 7),
            OrderPage("novoaleksandrovsk-2020", 3),
            OrderPage("megion-2022", 2),
        ),
    ),
}
"""The height of its pages in pixels, and the pages, by the name of the picture."""
GOOD = ROOT / "tests" / "plans" / "good"
BLANKS: Final = {
    "longitudinal": {},
    "corner": {},
    "official": {"author": "head"},
    "bilingual": {},
    "collegial": {
        "kind": "решение",
        "author": "council",
        "signatory": ["chair", "secretary"],
        "sitting": "Третий созыв, семнадцатое заседание",
    },
}
"""What of the order is otherwise on each blank."""
BLANK_HEIGHT: Final = 480
SCREENS: Final = ((1100, 844), (390, 844))
"""Width and height of the windows in which the calendar page is seen."""


def build(folder: Path, *plans: Path) -> None:
    """Documents and pages of plans, of all in the repository if none is named."""
    roadmapc, wanted = (sys.executable, "-m", "roadmapc"), ("--format", "pdf,html", "-o", str(folder))
    command = [*roadmapc, "build", *map(str, plans), *wanted]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)


def printed(folder: Path, page: OrderPage, height: int) -> bytes:
    """A page as PNG."""
    only = ("-f", str(page.number), "-l", str(page.number))
    size = ("-scale-to-x", "-1", "-scale-to-y", str(height))
    command = ["pdftoppm", "-png", *only, *size, str(folder / page.plan / "order.pdf")]
    return subprocess.run(command, check=True, capture_output=True).stdout


def on_blanks(folder: Path) -> list[bytes]:
    """The first page of one act on each blank."""
    shutil.copytree(GOOD / "organisations", folder / "organisations")
    act = yaml.safe_load((GOOD / "bilingual.yaml").read_text("utf-8"))
    for name, changes in BLANKS.items():
        plan = {**act, "id": name, "template": name, "order": act["order"] | changes}
        (folder / f"{name}.yaml").write_text(yaml.dump(plan, allow_unicode=True), "utf-8")
    build(folder / "build", *(folder / f"{name}.yaml" for name in BLANKS))
    return [printed(folder / "build", OrderPage(name, 1), BLANK_HEIGHT) for name in BLANKS]


def seen(browser: Browser, folder: Path, width: int, height: int) -> bytes:
    """The calendar page in a window of that size, as PNG."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme="light")
    context.clock.set_fixed_time(TODAY)
    page = context.new_page()
    page.goto((folder / CALENDAR / "calendar.html").as_uri())
    picture = page.screenshot()
    context.close()
    return picture


def side_by_side(browser: Browser, images: list[bytes], height: int) -> bytes:
    """The images in a row, each with a thin frame, as PNG."""
    page = browser.new_page(viewport={"width": 3_000, "height": height})
    sources = [f"data:image/png;base64,{b64encode(image).decode()}" for image in images]
    frames = "".join(f'<img src="{source}" height="{height}">' for source in sources)
    page.set_content(
        f"<style>body{{margin:0}}div{{display:inline-flex;gap:14px;padding:14px}}"
        f"img{{outline:1px solid #bbb}}</style><div>{frames}</div>"
    )
    picture = page.locator("div").screenshot()
    page.close()
    return picture


def main() -> None:
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        build(folder / "plans")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*FLAGS])
        for name, (height, pages) in ORDERS.items():
            images = [printed(folder / "plans", page, height) for page in pages]
            (PICTURES / name).write_bytes(side_by_side(browser, images, height))
        blanks = on_blanks(folder)
        (PICTURES / "blanks.png").write_bytes(side_by_side(browser, blanks, BLANK_HEIGHT))
        windows = [seen(browser, folder / "plans", *screen) for screen in SCREENS]
        (PICTURES / "calendar.png").write_bytes(side_by_side(browser, windows, SCREENS[0][1]))
        browser.close()


if __name__ == "__main__":
    main()
