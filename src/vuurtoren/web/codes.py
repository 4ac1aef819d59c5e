"""Mailed codes are kept as a hash: who reads the sessions cannot sign in with what waits there.

allauth keeps the code that its adapter generates and compares it with what is typed in. So the adapter gives it the hash,
which carries the code itself along in memory for the mail, and the forms hash what is typed before it is compared. The hash
takes the house's secret key: eight letters alone could be tried out.
"""

from typing import Any

from allauth.account.forms import ConfirmEmailVerificationCodeForm, ConfirmLoginCodeForm
from django.utils.crypto import constant_time_compare, salted_hmac

CODE_LETTERS, CODE_LENGTH = "BCDFGHJKLMNPQRSTVWXZ", 8
"""No vowels, so that no code is a word: 26 thousand million codes, and few may be tried (ACCOUNT_RATE_LIMITS)."""

SEAL_LENGTH = 24
"""Hex digits of the seal in a link: 96 bits."""


class HashedCode(str):
    """The hash of a code; `plain` is the code, and is lost as soon as this is written down."""

    plain: str

    def __new__(cls, plain: str) -> "HashedCode":
        made = super().__new__(cls, hashed(plain))
        made.plain = plain
        return made


def hashed(code: str) -> str:
    """What is kept of a code, in hex; spaces, dashes and capitals in it do not matter."""
    meant = "".join(one for one in code.lower() if one.isalnum())
    return salted_hmac("vuurtoren.web.codes", meant, algorithm="sha256").hexdigest()


def paper_code(key: str) -> str:
    """A code to write on paper, of eight letters without vowels, as BCDF-GHJK. It is drawn from a form's random key and
    the house's secret key, so that a form sent twice gives the same code, which is kept nowhere."""
    drawn = int(salted_hmac("vuurtoren.web.codes.paper", key, algorithm="sha256").hexdigest(), 16)
    letters = []
    for _ in range(CODE_LENGTH):
        drawn, at = divmod(drawn, len(CODE_LETTERS))
        letters.append(CODE_LETTERS[at])
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


def link_code(public_id: str) -> str:
    """What stands in a link: the id of its row, and a seal for which it takes the house's secret key."""
    return f"{public_id}{_seal(public_id)}"


def link_meant(code: str) -> str:
    """The id in a link; empty where the seal is not ours."""
    public_id, seal = code[:-SEAL_LENGTH], code[-SEAL_LENGTH:]
    return public_id if constant_time_compare(seal, _seal(public_id)) else ""


def _seal(public_id: str) -> str:
    return salted_hmac("vuurtoren.web.codes.link", public_id, algorithm="sha256").hexdigest()[:SEAL_LENGTH]


class LoginCode(ConfirmLoginCodeForm):  # type: ignore[misc]
    """The code of somebody who comes back."""

    def clean_code(self) -> Any:
        self.cleaned_data["code"] = hashed(self.cleaned_data["code"])
        return super().clean_code()


class SignUpCode(ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    """The first code of somebody new."""

    def clean_code(self) -> Any:
        self.cleaned_data["code"] = hashed(self.cleaned_data["code"])
        return super().clean_code()
