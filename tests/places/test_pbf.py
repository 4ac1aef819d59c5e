"""A true PBF file gives the same streets as the XML of the same data; a broken or hostile one costs a sentence."""

import os
import random
import struct
import subprocess
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import osmium
import pytest

from vuurtoren.language import Refused
from vuurtoren.places.demo import demo_neighbourhood
from vuurtoren.places.merging import merge
from vuurtoren.places.reading import read, read_collection

pytestmark = pytest.mark.pure
TAGS = {
    "square": {"highway": "pedestrian", "area": "yes"},
    "park": {"leisure": "park"},
    "quay": {"man_made": "quay", "highway": "residential"},
}
MOST_S, MOST_MB = 20, 400


def written(path: Path, seed: int = 3) -> Path:
    """The demo neighbourhood as OpenStreetMap would have it, with things in it that are no street."""
    nodes: dict[tuple[float, float], int] = {}
    ways: list[tuple[dict[str, str], list[int]]] = []
    for feature in demo_neighbourhood(seed)["features"]:
        about = feature["properties"]
        refs = [
            nodes.setdefault((lon, lat), len(nodes) + 1) for lon, lat in feature["geometry"]["coordinates"]
        ]
        tags = TAGS.get(about["kind"], {"highway": about["class"].replace("shopping", "tertiary")})
        ways.append(({**tags, **({"name": about["name"]} if about["name"] else {})}, refs))
    ways.append(({"building": "yes", "name": "Loods"}, ways[0][1]))
    ways.append(({"highway": "footway", "footway": "sidewalk"}, ways[0][1]))
    with osmium.SimpleWriter(str(path)) as out:
        for (lon, lat), number in nodes.items():
            out.add_node(osmium.osm.mutable.Node(id=number, location=(lon, lat)))
        for number, (tags, refs) in enumerate(ways, 1):
            out.add_way(osmium.osm.mutable.Way(id=number, tags=tags, nodes=refs))
        out.add_relation(osmium.osm.mutable.Relation(id=1, tags={"type": "route"}, members=[("w", 1, "")]))
    return path


def test_pbf_and_xml_of_the_same_data_are_the_same_streets(tmp_path: Path) -> None:
    pbf, xml = written(tmp_path / "streets.osm.pbf"), written(tmp_path / "streets.osm")
    one, two = merge(read(pbf)), merge(read(xml))
    assert one == two
    drawn = merge(read_collection(demo_neighbourhood(3)))
    assert (one.segments, one.unnamed) == (drawn.segments, drawn.unnamed)
    assert one.length_m == pytest.approx(drawn.length_m, abs=0.1)
    areas = {street.name: street.area_m2 for street in drawn.streets if street.kind in ("square", "park")}
    assert areas == pytest.approx(
        {name: found.area_m2 for name in areas for found in one.streets if found.name == name}
    )


def bounded(path: Path) -> tuple[int, str]:
    """Reads a file in a process of its own that may use no more than so much time and memory."""
    code = (
        "import re, sys\nfrom pathlib import Path\nfrom vuurtoren.places.reading import read\n"
        "from vuurtoren.language import Refused\n"
        "try: found, status = len(read(Path(sys.argv[1]))), 0\n"
        "except Refused as no: found, status = no.code, 2\n"
        "most = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]\n"  # getrusage would count ours
        "print(found, most); sys.exit(status)"
    )
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True, text=True, timeout=MOST_S * 3, check=False, env={**os.environ, "PYTHONPATH": "src"},
    )  # fmt: skip
    assert time.monotonic() - begun < MOST_S
    assert done.stderr == ""
    words, peak_kb = done.stdout.split()
    assert int(peak_kb) < MOST_MB * 1000
    return done.returncode, words


@pytest.mark.parametrize("share", [0.0005, 0.01, 0.3, 0.6, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, share: float) -> None:
    whole = written(tmp_path / "streets.osm.pbf").read_bytes()
    part = tmp_path / "half.osm.pbf"
    part.write_bytes(whole[: max(1, int(len(whole) * share))])
    with pytest.raises(Refused) as refused:
        read(part)
    assert refused.value.code in ("places.broken_osm", "places.unknown_file")
    assert refused.value.values["file"] == "half.osm.pbf"


def test_a_file_with_turned_bits_is_read_or_refused_and_never_worse(tmp_path: Path) -> None:
    """Turned bits inside a packed blob fail its checksum; elsewhere they may make another, valid file."""
    whole = written(tmp_path / "streets.osm.pbf").read_bytes()
    chance = random.Random(5)
    codes = set()
    for number in range(150):
        turned = bytearray(whole)
        for _ in range(1 + number % 3):
            turned[chance.randrange(len(turned))] ^= 1 << chance.randrange(8)
        file = tmp_path / "turned.osm.pbf"
        file.write_bytes(turned)
        try:
            assert read(file)
        except Refused as refused:
            codes.add(refused.code)
    assert "places.broken_osm" in codes
    assert codes <= {
        *("places.broken_osm", "places.bomb", "places.unknown_file", "places.no_streets"),
        *(
            "places.file_too_large",
            "places.hostile_xml",
            "places.packed",
            "places.not_here",
            "places.too_wide",
        ),
    }


def a_blob(kind: bytes, unpacked: bytes, says: int | None = None) -> bytes:
    packed = zlib.compress(unpacked, 9)
    blob = b"\x10" + varint(len(unpacked) if says is None else says) + b"\x1a" + varint(len(packed)) + packed
    header = b"\x0a" + varint(len(kind)) + kind + b"\x18" + varint(len(blob))
    return struct.pack(">I", len(header)) + header + blob


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


HEAD = a_blob(b"OSMHeader", b"\x22\x0eOsmSchema-V0.6\x22\x0aDenseNodes")


@pytest.mark.parametrize(
    ("name", "blobs"),
    [
        ("one blob of zeros", lambda: [a_blob(b"OSMData", bytes(30_000_000))]),
        ("a blob that lies", lambda: [a_blob(b"OSMData", bytes(30_000_000), says=1000)]),
        ("a blob that says too much", lambda: [a_blob(b"OSMData", b"x", says=2**40)]),
        ("a thousand of them", lambda: [a_blob(b"OSMData", bytes(1_000_000))] * 1000),
        (
            "strings without end",
            lambda: [a_blob(b"OSMData", b"\x0a" + varint(900_000) + b"\x0a\x00" * 450_000)] * 400,
        ),
        ("only a head", list),
    ],
)
def test_a_bomb_costs_little_time_and_memory(tmp_path: Path, name: str, blobs: Any) -> None:
    file = tmp_path / "bomb.osm.pbf"
    file.write_bytes(HEAD + b"".join(blobs()))
    status, words = bounded(file)
    assert status == 2, words
    assert words in {"places.bomb", "places.broken_osm", "places.file_too_large", "places.no_streets"}, words


def test_a_real_file_stays_within_the_same_bounds(tmp_path: Path) -> None:
    status, words = bounded(written(tmp_path / "streets.osm.pbf"))
    assert (status, int(words)) == (0, len(demo_neighbourhood(3)["features"]))
