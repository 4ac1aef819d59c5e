"""Pages of one process wait for each other, but not for long, and never for a form that is sent."""

from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event
from time import sleep
from typing import Any

from vuurtoren.config.turns import Application, Line, in_turn

PATIENT, HASTY = 30.0, 0.01


class _Slow:
    """Answers when it is let go, and tells how many were in it at once."""

    def __init__(self) -> None:
        self.inside, self.most = 0, 0
        self.begun, self.go = Event(), Event()

    def __call__(self, environ: dict[str, Any], start_response: Any) -> list[bytes]:
        self.inside += 1
        self.most = max(self.most, self.inside)
        self.begun.set()
        if environ["PATH_INFO"] == "/slow/":
            assert self.go.wait(30)
        self.inside -= 1
        if environ["PATH_INFO"] == "/broken/":
            raise ValueError
        return [b"said"]


def _ask(application: Application, method: str = "GET", path: str = "/") -> list[bytes]:
    return list(application({"REQUEST_METHOD": method, "PATH_INFO": path}, lambda *_: None))


def test_two_pages_are_made_one_after_the_other() -> None:
    slow = _Slow()
    served = in_turn(slow, PATIENT)
    with ThreadPoolExecutor(3) as readers:
        asked = [readers.submit(_ask, served, "GET", "/slow/"), *[readers.submit(_ask, served) for _ in "ab"]]
        assert slow.begun.wait(30)
        assert not wait(asked[1:], timeout=0.2).done
        slow.go.set()
        assert [one.result() for one in asked] == [[b"said"]] * 3
    assert slow.most == 1


def test_a_form_never_waits_for_a_page_and_no_page_waits_long_for_another() -> None:
    slow = _Slow()
    patient, hasty = in_turn(slow, PATIENT), in_turn(slow, HASTY)
    with ThreadPoolExecutor(2) as readers:
        for served, method in ((patient, "POST"), (hasty, "GET")):
            slow.begun.clear(), slow.go.clear()
            asked = readers.submit(_ask, served, "GET", "/slow/")
            assert slow.begun.wait(30)
            assert _ask(served, method) == [b"said"]
            assert not asked.done()
            slow.go.set()
            assert asked.result() == [b"said"]


def test_after_a_page_that_failed_the_next_has_its_turn() -> None:
    served = in_turn(_Slow(), PATIENT)
    for _ in range(2):
        try:
            _ask(served, path="/broken/")
        except ValueError:
            pass
        else:
            raise AssertionError
    assert _ask(served) == [b"said"]


def test_who_came_first_is_next_and_who_gave_up_is_passed_over() -> None:
    line, told = Line(), []
    assert line.wait(PATIENT)
    with ThreadPoolExecutor(4) as readers:
        asked = []
        for name, moment_s in (("first", PATIENT), ("hasty", HASTY), ("second", PATIENT), ("third", PATIENT)):
            waiting = len(line._waiting)
            asked.append(
                readers.submit(
                    lambda name, moment_s: (line.wait(moment_s), told.append(name)), name, moment_s
                )
            )
            while name != "hasty" and len(line._waiting) == waiting and not asked[-1].done():
                sleep(0.001)
            if name == "hasty":
                assert asked[-1].result()[0] is False
        assert told == ["hasty"]
        for count in (1, 2, 3):
            line.pass_on()
            assert asked[(0, 2, 3)[count - 1]].result()[0] is True
            assert told[1:] == ["first", "second", "third"][:count]
        line.pass_on()
    assert line.wait(0)


def test_many_readers_each_get_a_turn_and_none_is_lost() -> None:
    line, inside, most = Line(), [], []

    def one(_: int) -> None:
        mine = line.wait(PATIENT)
        assert mine
        inside.append(1)
        most.append(len(inside))
        inside.pop()
        line.pass_on()

    with ThreadPoolExecutor(8) as readers:
        list(readers.map(one, range(2000)))
    assert max(most) == 1
    assert not line._waiting
    assert not line._busy
