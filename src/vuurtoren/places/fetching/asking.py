"""One question to a server on the internet, and its answer within bounds."""

import http.client
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import urlencode, urlsplit

from vuurtoren.language import Refused
from vuurtoren.places.reading import LARGEST_JSON, Unreadable, parsed

BUSY = frozenset({429, 502, 503, 504})
TOO_BUSY = (b"rate_limited", b"too busy")
"""What Overpass says in a page of HTML when it has no time, sometimes with status 200."""
A_BIT = 65_536
A_MOMENT_S = 0.5


@dataclass(frozen=True)
class Server:
    """Where to ask, from the settings; `patience_s` bounds the whole of one answer."""

    address: str
    user_agent: str
    patience_s: float

    @property
    def host(self) -> str:
        """What sentences call it."""
        return urlsplit(self.address).hostname or self.address

    def ask(self, path: str = "", form: Mapping[str, str] | None = None, **query: str | list[str]) -> Any:
        """The JSON that this address answers; with a `form` it is posted. Raises Refused with a sentence."""
        asked = f"?{urlencode(query, doseq=True)}" if query else ""
        return self.ask_address(self.address.rstrip("/") + path + asked, form)

    def ask_address(self, address: str, form: Mapping[str, str] | None = None) -> Any:
        """The same at a full address, which must be one of this server."""
        if _origin(address) != _origin(self.address) or urlsplit(address).scheme not in ("http", "https"):
            raise Refused("places.no_answer", host=self.host)
        raw = self._in_time(lambda: self._raw(address, form))
        if raw.lstrip()[:1] == b"<":
            busy = any(words in raw for words in TOO_BUSY)
            raise Refused("places.busy" if busy else "places.no_answer", host=self.host)
        if not raw.strip():
            raise Refused("places.no_answer", host=self.host)
        return parsed(raw, self.host)

    def _in_time(self, ask: Callable[[], bytes]) -> bytes:
        """The same, watched from beside: also a name that is looked up or a head that drips ends in time."""
        ended: list[bytes | Refused] = []

        def beside() -> None:
            try:
                ended.append(ask())
            except Refused as refused:
                ended.append(refused)

        asking = threading.Thread(target=beside, daemon=True)
        asking.start()
        asking.join(self.patience_s + A_MOMENT_S)
        if not ended:
            raise Refused("places.too_slow", host=self.host, most=int(self.patience_s))
        if isinstance(ended[0], Refused):
            raise ended[0]
        return ended[0]

    def _raw(self, address: str, form: Mapping[str, str] | None) -> bytes:
        data = urlencode(form).encode() if form else None
        about = {"User-Agent": self.user_agent, "Accept": "application/json", "Accept-Encoding": "identity"}
        request = urllib.request.Request(address, data, about)  # noqa: S310  http or https, seen to above
        give_up = time.monotonic() + self.patience_s
        try:
            with _OPENER.open(request, timeout=self.patience_s) as answer:
                return self._body(answer, give_up)
        except urllib.error.HTTPError as error:
            code = "places.busy" if error.code in BUSY else "places.no_answer"
            raise Refused(code, host=self.host) from None
        except TimeoutError:
            raise Refused("places.too_slow", host=self.host, most=int(self.patience_s)) from None
        except urllib.error.URLError as error:
            slow = isinstance(error.reason, TimeoutError)
            code = "places.too_slow" if slow else "places.no_internet"
            raise Refused(code, host=self.host, most=int(self.patience_s)) from None
        except (OSError, http.client.HTTPException, ValueError):
            raise Refused("places.no_answer", host=self.host) from None

    def _body(self, answer: http.client.HTTPResponse, give_up: float) -> bytes:
        """All bytes, unless they are too many or come too slowly: a server that drips does not hold the line."""
        if answer.headers.get("Content-Encoding", "identity") != "identity":
            raise ValueError("packed, though asked not to")
        bits, size = [], 0
        while bit := answer.read1(A_BIT):
            size += len(bit)
            bits.append(bit)
            if size > LARGEST_JSON:
                raise Unreadable("places.file_too_large", self.host, most=LARGEST_JSON // 1_000_000)
            if time.monotonic() > give_up:
                raise TimeoutError
        if answer.length:
            raise http.client.IncompleteRead(b"", answer.length)
        return b"".join(bits)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A server that sends us elsewhere gives no good answer: `None` makes the redirect an error."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirects)


def _origin(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    return parts.scheme, parts.hostname, parts.port
