"""Which kind of file it is, and whether it may be opened at all."""

import mmap
import re
from pathlib import Path

from vuurtoren.places.reading import geojson, osm, overpass, pbf
from vuurtoren.places.reading.limits import LARGEST_JSON, LARGEST_OSM, checked
from vuurtoren.places.reading.parsing import parsed, present
from vuurtoren.places.reading.segment import Segment, Unreadable

PACKED = (b"\x1f\x8b", b"BZh", b"PK\x03\x04", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
"""How gzip, bzip2, zip, xz and zstd files begin. What comes out of them has no bound that can be seen beforehand."""
OTHER_LETTERS = (b"\xff\xfe", b"\xfe\xff")
"""How UTF-16 begins."""
WEB_PAGE = re.compile(rb"<(!doctype )?html", re.IGNORECASE)
FIRST_BYTES = 4096


def read(path: Path, left_out: list[str] | None = None) -> tuple[Segment, ...]:
    """The segments of a file of any of the four kinds, told by what is in it and not by its name.

    To `left_out` are added the keys of squares and parks whose edge is broken ("relation/7"). Raises Unreadable with the
    file's name and the reason.
    """
    broken = left_out if left_out is not None else []
    present(path)
    file, size = path.name, path.stat().st_size
    with path.open("rb") as opened:
        start = opened.read(FIRST_BYTES)
    if start.startswith(PACKED):
        raise Unreadable("places.packed", file)
    if pbf.looks_like(start):
        pbf.look(path)
        return checked(osm.segments(path, "pbf", file, broken), file)
    if start.startswith(OTHER_LETTERS):
        raise Unreadable("places.not_utf8", file)
    begin = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begin.startswith((b"{", b"[")):
        _not_larger(size, LARGEST_JSON, file)
        return read_bytes(path.read_bytes(), file, broken)
    if begin.startswith(b"<"):
        _not_larger(size, LARGEST_OSM, file)
        _plain_xml(path, begin, file)
        return checked(osm.segments(path, "osm", file, broken), file)
    raise Unreadable("places.unknown_file" if begin else "places.empty_file", file)


def read_bytes(raw: bytes, file: str, left_out: list[str] | None = None) -> tuple[Segment, ...]:
    """The same of GeoJSON or Overpass JSON that came over the network; `file` is what the sentence calls it."""
    _not_larger(len(raw), LARGEST_JSON, file)
    whole = parsed(raw, file)
    if overpass.looks_like(whole):
        return checked(overpass.segments(whole, file, left_out if left_out is not None else []), file)
    return checked(geojson.segments(whole, file), file)


def _not_larger(size: int, most: int, file: str) -> None:
    if size > most:
        raise Unreadable("places.file_too_large", file, most=most // 1_000_000)


def _plain_xml(path: Path, begin: bytes, file: str) -> None:
    """OSM XML, with no document type and no entities anywhere, in an encoding in which that can be seen."""
    if WEB_PAGE.match(begin):
        raise Unreadable("places.web_page", file)
    with path.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        if any(whole.find(mark) >= 0 for mark in (b"<!DOCTYPE", b"<!ENTITY", b"\x00")):
            raise Unreadable("places.hostile_xml", file)
    if b"<osm" not in begin:
        raise Unreadable("places.unknown_file", file)
