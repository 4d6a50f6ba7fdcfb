"""A review side by side, as a page without a script."""

from roadmapc.render.changes.view import ReviewView
from roadmapc.render.changes.wording import ended
from roadmapc.render.web import page


def to_html(review: ReviewView) -> str:
    """The whole page."""
    return page("changes", {"review": review}, filters={"ended": ended})
