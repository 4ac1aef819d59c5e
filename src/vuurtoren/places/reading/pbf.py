"""How much a PBF file would unpack to, read from its own headers without unpacking anything.

A PBF file is a row of blobs, each packed by itself, each saying how many bytes it holds unpacked; osmium unpacks into
exactly that many and stops at a blob that lied. So the sum of what they say is a true bound.
Format: https://wiki.openstreetmap.org/wiki/PBF_Format.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from vuurtoren.places.reading.limits import LARGEST_OSM
from vuurtoren.places.reading.segment import Unreadable

LARGEST_HEADER, LARGEST_BLOB = 64 * 1024, 32 * 1024 * 1024
"""What the format allows."""
WIDEST_RATIO = 60
"""Unpacked over packed, beyond which a blob of more than a megabyte is no map: real ones lie between 1 and 10."""
DATASIZE, RAW_SIZE = 3, 2
VARINT, EIGHT, BYTES, FOUR = 0, 1, 2, 5


def looks_like(start: bytes) -> bool:
    """Does a file that starts so begin with an OSM header blob?"""
    return b"OSMHeader" in start[4:32]


def look(path: Path) -> None:
    """Nothing, when the file may be unpacked; Unreadable when it is broken, too large or a bomb."""
    file, total, size = path.name, 0, path.stat().st_size
    if size > LARGEST_OSM:
        raise Unreadable("places.file_too_large", file, most=LARGEST_OSM // 1_000_000)
    try:
        for packed, unpacked in _blobs(path):
            total += unpacked
            if unpacked > LARGEST_BLOB or unpacked > 1_000_000 + WIDEST_RATIO * packed:
                raise Unreadable("places.bomb", file)
            if total > LARGEST_OSM:
                raise Unreadable("places.file_too_large", file, most=LARGEST_OSM // 1_000_000)
    except (ValueError, IndexError, struct.error):
        raise Unreadable("places.broken_osm", file) from None


def _blobs(path: Path) -> Iterator[tuple[int, int]]:
    """Of each blob: bytes as they lie in the file, and bytes unpacked."""
    with path.open("rb") as opened:
        while begin := opened.read(4):
            (length,) = struct.unpack(">I", begin)
            if length > LARGEST_HEADER:
                raise ValueError("a header too long")
            packed = max((value for field, value in _numbers(opened.read(length)) if field == DATASIZE))
            if packed > LARGEST_BLOB:
                raise ValueError("a blob too long")
            blob = opened.read(packed)
            if len(blob) < packed:
                raise ValueError("cut off")
            sizes = [value for field, value in _numbers(blob) if field == RAW_SIZE]
            yield packed, max(sizes, default=packed)


def _numbers(message: bytes) -> Iterator[tuple[int, int]]:
    """Field number and value of the whole numbers in a protobuf message; the rest is stepped over."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        kind = tag & 7
        if kind == VARINT:
            value, at = _varint(message, at)
            yield tag >> 3, value
        elif kind == BYTES:
            length, at = _varint(message, at)
            at += length
        elif kind in (EIGHT, FOUR):
            at += 8 if kind == EIGHT else 4
        else:
            raise ValueError("not protobuf")


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        byte = message[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
    raise ValueError("a number too long")
