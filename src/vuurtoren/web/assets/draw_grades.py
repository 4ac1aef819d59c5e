"""Draws the five example pictures of a piece of street, grades A+ to D, into ../pictures/grades.

One street, five times: only the litter differs, so that the eye compares nothing else. Run again after a change:
python draw_grades.py. The pieces are counted per 100 m2 as in the Dutch A+ to D scale; see docs/sources.
"""

import random
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "pictures" / "grades"
PIECES = {"Aplus": 0, "A": 2, "B": 8, "C": 20, "D": 40}
SEED = 2026
WIDTH, HEIGHT = 320, 200
HORIZON = 104  # where the pavement begins
BRICKS = ("#a85642", "#c98a5e", "#8f4a3c", "#b8674a")


def picture(pieces: int) -> str:
    """The whole drawing, with `pieces` (0 or more) things on the ground."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#cfe6f2"/>',
        *houses(),
        *ground(),
        *tree(),
        *litter(pieces),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def houses() -> Iterator[str]:
    """Four house fronts of brick, with doors, windows and one plant."""
    for n, brick in enumerate(BRICKS):
        x = n * 80
        yield f'<path d="M{x} {HORIZON}V26l40-{(18, 10, 20, 12)[n]} 40 {(18, 10, 20, 12)[n]}V{HORIZON}z" fill="{brick}"/>'
        for wx in (x + 10, x + 46):
            yield f'<path d="M{wx} 36h22v24h-22z" fill="#f7f3ea"/><path d="M{wx + 3} 39h16v18h-16z" fill="#35547a"/>'
        yield f'<path d="M{x + 10} 70h22v34h-22z" fill="#f7f3ea"/><path d="M{x + 13} 73h16v31h-16z" '
        yield f'fill="{("#163f8f", "#0b6b57", "#7a2e22", "#10263a")[n]}"/>'
        yield f'<path d="M{x + 44} 70h26v22h-26z" fill="#f7f3ea"/><path d="M{x + 47} 73h20v16h-20z" fill="#5f7f9e"/>'
    yield '<path d="M206 96h14l-2 10h-10z" fill="#b8674a"/><circle cx="213" cy="90" r="8" fill="#4d8a4d"/>'


def ground() -> Iterator[str]:
    """Pavement of tiles, a kerb, and the road of bricks."""
    yield f'<rect y="{HORIZON}" width="{WIDTH}" height="58" fill="#d8d2c6"/>'
    rows = "".join(f"M0 {y}h{WIDTH}" for y in (114, 127, 143))
    columns = "".join(f"M{x} {HORIZON}L{(x - 160) * 1.5 + 160:.0f} 162" for x in range(0, WIDTH + 1, 20))
    yield f'<path d="{rows}{columns}" stroke="#bfb8a9" stroke-width="1" fill="none"/>'
    yield f'<rect y="162" width="{WIDTH}" height="6" fill="#f0ece2"/>'
    yield f'<rect y="168" width="{WIDTH}" height="32" fill="#9c6a58"/>'
    stones = "".join(
        f"M{x + (8 if row % 2 else 0)} {168 + row * 8}v8" for row in range(4) for x in range(0, WIDTH, 16)
    )
    yield f'<path d="M0 176h{WIDTH}M0 184h{WIDTH}M0 192h{WIDTH}{stones}" stroke="#855646" fill="none"/>'


def tree() -> Iterator[str]:
    """A street tree with its ring of earth."""
    yield '<ellipse cx="70" cy="150" rx="20" ry="5" fill="#7a6248"/><path d="M67 150V86h6v64z" fill="#6b4b36"/>'
    yield '<circle cx="70" cy="66" r="27" fill="#5b9455"/><circle cx="54" cy="78" r="17" fill="#6ba763"/>'
    yield '<circle cx="87" cy="76" r="16" fill="#4d8a4d"/>'


def litter(pieces: int) -> Iterator[str]:
    """`pieces` things on the ground, larger in front; the first ones lie at the same spot in every picture."""
    rng = random.Random(SEED)
    spots = sorted(_spots(rng, pieces), key=lambda spot: spot[1])
    for x, y, kind, turn in spots:
        size = 0.75 + (y - HORIZON) / 110
        yield f'<g transform="translate({x} {y}) rotate({turn}) scale({size:.2f})">{THINGS[kind]}</g>'


def _spots(rng: random.Random, wanted: int) -> list[tuple[int, int, int, int]]:
    """Places on the ground, never on top of each other: (x, y, which thing, turn in degrees)."""
    found: list[tuple[int, int, int, int]] = []
    while len(found) < wanted:
        spot = (
            rng.randrange(12, 308),
            rng.randrange(112, 196),
            rng.randrange(len(THINGS)),
            rng.randrange(-50, 50),
        )
        if all(abs(spot[0] - x) + 2 * abs(spot[1] - y) > 22 for x, y, _, _ in found):
            found.append(spot)
    return found


THINGS = (
    '<ellipse cy="5" rx="9" ry="2" fill="#10263a" opacity=".18"/><path d="M-8-4H6v8H-8z" fill="#d33f2f"/>'
    '<path d="M-8-4v8h3v-8zM3-4v8h3v-8z" fill="#e9e4da"/>',  # a can
    '<path d="M-8 3-5-6 4-7 9 0 4 6-4 7z" fill="#fdfdfb" stroke="#8b938f" stroke-width=".8"/>'
    '<path d="m-4-2 4 3 4-4M-3 4l3-2" stroke="#8b938f" stroke-width=".8" fill="none"/>',  # paper
    '<path d="M-5-6H5L3.500 7h-7z" fill="#f4efe4" stroke="#8a7a62" stroke-width=".8"/>'
    '<path d="M-6-8H6v2.500H-6z" fill="#7a5a3c"/><path d="M-4.600-2H4.600l-.5 4h-8.200z" fill="#0b6b57"/>',  # a cup
    '<path d="M-9 1C-9-6-2-8 2-6c5-2 9 4 6 9C4 8-8 8-9 1z" fill="#2f5fb3"/>'
    '<path d="M-3-6c-1-4 3-5 4-2" stroke="#2f5fb3" stroke-width="2" fill="none"/>',  # a carrier bag
    '<path d="M-10-2.500H4V2.500H-10z" fill="#5ba86b"/><path d="M4-2.500 7-1.200h3v2.400H7L4 2.500z" fill="#3f7f4e"/>'
    '<path d="M-6-2.500h5v5h-5z" fill="#f4efe4"/>',  # a bottle
    '<path d="M-8-5H8V5H-8z" fill="#e8a53a"/><path d="M-8-5H8L6-2H-6z" fill="#c98522"/>',  # a box
)


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    for name, count in PIECES.items():
        (OUT / f"{name}.svg").write_text(picture(count), encoding="utf-8")
