"""What is remembered of staying: that it was, and of days not even whose. No words, no days, no kinds, nobody's name."""

from vuurtoren.journal.moments import Kind

DAY_WRITTEN = Kind("stay.day_written")
DAYS_SHARED = Kind("stay.days_shared", {"yes": bool})
PROMISED = Kind("stay.promised")
SAID_PROMISED = Kind("stay.said_promised")
PROMISE_ANSWERED = Kind("stay.promise_answered", {"yes": bool})
PROMISE_TAKEN_BACK = Kind("stay.promise_taken_back")
KEPT = Kind("stay.kept")
NOT_KEPT_YET = Kind("stay.not_kept_yet")
ASKED_OVER = Kind("stay.asked_over")
ASKED_NO_MORE = Kind("stay.asked_no_more")
PASSED_ON = Kind("stay.passed_on")
NOT_TAKEN_OVER = Kind("stay.not_taken_over")
WONT_HAPPEN = Kind("stay.wont_happen")
HAPPENS_AFTER_ALL = Kind("stay.happens_after_all")
LEAVES = Kind("stay.leaves")
LEAVING_ANSWERED = Kind("stay.leaving_answered", {"yes": bool})
STAYS_ON = Kind("stay.stays_on")
HAND_OVER_PLANNED = Kind("stay.hand_over_planned")
WALKED = Kind("stay.walked")
LEFT_WELL = Kind("stay.left_well")
LEADS = Kind("stay.leads", {"yes": bool})

KINDS = (
    DAY_WRITTEN,
    DAYS_SHARED,
    PROMISED,
    SAID_PROMISED,
    PROMISE_ANSWERED,
    PROMISE_TAKEN_BACK,
    KEPT,
    NOT_KEPT_YET,
    ASKED_OVER,
    ASKED_NO_MORE,
    PASSED_ON,
    NOT_TAKEN_OVER,
    WONT_HAPPEN,
    HAPPENS_AFTER_ALL,
    LEAVES,
    LEAVING_ANSWERED,
    STAYS_ON,
    HAND_OVER_PLANNED,
    WALKED,
    LEFT_WELL,
    LEADS,
)
