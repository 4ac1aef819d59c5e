"""No, with a reason."""


class Refused(Exception):
    """A rule said no. `code` names the sentence, `values` fill it in.

    >>> Refused("care.already_yours", street="Kadeweg").key
    'no-care-already_yours'
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    @property
    def key(self) -> str:
        """The sentence's name in the lexicon."""
        return "no-" + self.code.replace(".", "-")

    def __str__(self) -> str:
        filled = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code}({filled})" if filled else self.code
