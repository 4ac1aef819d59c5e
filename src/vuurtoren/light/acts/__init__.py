"""What people do with the light: tend its words, agree on principles, lean on them, make exceptions."""

from vuurtoren.light.acts.adopting import (
    adopt_principle,
    drop_principle,
    look_again,
    propose_principle,
    propose_rest,
)
from vuurtoren.light.acts.excepting import end_exception, make_exception
from vuurtoren.light.acts.leaning import lean_on
from vuurtoren.light.acts.tending import tend
from vuurtoren.light.acts.written import be_found, keep_rule, leave_principle_words, tell_after

__all__ = [
    "adopt_principle",
    "be_found",
    "drop_principle",
    "end_exception",
    "keep_rule",
    "lean_on",
    "leave_principle_words",
    "look_again",
    "make_exception",
    "propose_principle",
    "propose_rest",
    "tell_after",
    "tend",
]
