"""Who is looking, with which rights; and the register of room: who decides, advises, does and pays, since when."""

from vuurtoren.power.queries.register import (
    RoomNow,
    RoomSeen,
    Year,
    emergency_at,
    room_of,
    room_words,
    rooms,
    rooms_at,
    rooms_in_file,
    rooms_of,
    ten_years,
)
from vuurtoren.power.queries.viewers import machine, viewer_of, viewers_here, visitor, who_signed_in

__all__ = [
    "RoomNow",
    "RoomSeen",
    "Year",
    "emergency_at",
    "machine",
    "room_of",
    "room_words",
    "rooms",
    "rooms_at",
    "rooms_in_file",
    "rooms_of",
    "ten_years",
    "viewer_of",
    "viewers_here",
    "visitor",
    "who_signed_in",
]
