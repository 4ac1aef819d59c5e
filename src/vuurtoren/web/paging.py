"""Lists in pages, so that no page grows with the city."""

from django.http import HttpRequest

ON_A_PAGE = 50
FARTHEST_PAGE = 2000


def page_number(request: HttpRequest) -> int:
    """The page that the address asks for; the first where it asks for nothing sensible."""
    text = request.GET.get("page", "1")
    return min(max(int(text), 1), FARTHEST_PAGE) if text.isascii() and text.isdigit() and len(text) < 6 else 1
