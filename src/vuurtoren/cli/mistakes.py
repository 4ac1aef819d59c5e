"""What was typed and cannot be understood, as a refusal with one sentence in the language of the terminal.

The kinds of mistakes are typer's own; it shows them to nobody but itself, so this is the one module that looks inside it.
"""

from typing import Any

from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer.exceptions import TyperException

from vuurtoren.language import Refused


def refused_for(wrong: TyperException) -> Refused:
    """The refusal that says what is wrong with the words that were typed, and what could have been."""
    match wrong:
        case NoSuchOption():
            return Refused("cli.no_such_option", option=wrong.option_name, options=_options(wrong.ctx))
        case MissingParameter():
            return Refused("cli.missing", what=_called(wrong.param), command=_command(wrong))
        case BadParameter(param=param) if param is not None:
            return _bad_value(param)
        case BadOptionUsage():
            takes_none = "not take a value" in wrong.message
            code = "cli.takes_no_value" if takes_none else "cli.needs_value"
            return Refused(code, option=wrong.option_name)
        case UsageError() if wrong.ctx:
            return _bad_word(wrong)
    return Refused("cli.not_understood", why=wrong.format_message())


def help_was_shown(wrong: TyperException) -> bool:
    """Was nothing typed at all, so that typer showed its help and nothing needs to be said?"""
    return isinstance(wrong, NoArgsIsHelpError)


def _bad_word(wrong: UsageError) -> Refused:
    """A word where a command should stand, or a word too many."""
    below = getattr(wrong.cmd, "commands", None)
    if below:
        return Refused("cli.no_such_command", command=_command(wrong), commands=", ".join(below))
    return Refused("cli.word_too_many", command=_command(wrong))


def _bad_value(param: Any) -> Refused:
    kind, info, option = (
        param.type_descriptor.annotation,
        param.type_descriptor.parameter_info,
        _called(param),
    )
    if kind not in (int, float):
        return Refused("cli.option_wrong", option=option)
    if info.min is not None and info.max is not None:
        return Refused("cli.option_out_of_range", option=option, least=info.min, most=info.max)
    if info.min is not None:
        return Refused("cli.option_at_least", option=option, least=info.min)
    return Refused("cli.option_number", option=option)


def _called(param: Any) -> str:
    """How one types it: `--neighbourhood`, or FILE where it has no name in front."""
    if param is None:
        return ""
    options = [one for one in param.opts if one.startswith("--")]
    return options[0] if options else str(param.name).upper()


def _options(context: Any) -> str:
    every = [_called(one) for one in context.command.get_params(context)] if context else []
    return ", ".join(one for one in every if one.startswith("--"))


def _command(wrong: UsageError) -> str:
    path = wrong.ctx.command_path if wrong.ctx else ""
    return path.strip() or "vuurtoren"
