"""A review side by side, as a page without a script."""

from roadmapc.render.changes.view import ReviewView
from roadmapc.render.web import page
from roadmapc.text.letters import ended
from roadmapc.text.unseen import shown


def to_html(review: ReviewView) -> str:
    """The whole page."""
    return page("changes", {"review": review}, filters={"ended": ended, "shown": shown})
