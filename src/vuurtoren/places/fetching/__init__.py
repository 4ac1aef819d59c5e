"""Fetches the streets of an area by its name, from Overpass or from PDOK.

Whatever comes over the line is a stranger's: as much time, as many bytes and as many pages as are allowed and no more,
no redirects, no other host. The addresses come from the settings of the machine, never from a user.

This was tested against the documented forms of both services, played by a server of our own; not against the services.
"""

from vuurtoren.places.fetching import overpass, pdok
from vuurtoren.places.fetching.area import Area
from vuurtoren.places.fetching.asking import Server

__all__ = ["Area", "Server", "overpass", "pdok"]
