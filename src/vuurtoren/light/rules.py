"""What the words of the light must be. Pure."""

from vuurtoren.language import Refused

LONGEST_LINE = 140
LONGEST_STORY = 4000


def check_words(line: str, story: str) -> tuple[str, str]:
    """One line that fits above a page, and a story that fits on one."""
    line, story = " ".join(line.split()), story.strip()
    if not line:
        raise Refused("light.no_words")
    if len(line) > LONGEST_LINE or len(story) > LONGEST_STORY:
        raise Refused("light.too_long", line=LONGEST_LINE, story=LONGEST_STORY)
    return line, story
