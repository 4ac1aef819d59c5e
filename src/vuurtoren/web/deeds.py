"""From a form to an act and back to a page: once a key, all or nothing, and a no becomes words on the form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vuurtoren.journal.acts import once
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.web.blocks import Block, block_of
from vuurtoren.web.visit import Visit

LONGEST_KEY = 64


def do(request: HttpRequest, deed: Callable[[], Moment]) -> Moment:
    """Do `deed` once for this form's key; raises Refused when a rule says no or the form has no key."""
    visit: Visit = request.visit  # type: ignore[attr-defined]
    key = request.POST.get("key", "")
    if not key or len(key) > LONGEST_KEY or not key.isalnum():
        raise Refused("web.form_without_key")
    return once(key, visit.viewer.person, deed)


def tell(request: HttpRequest, key: str, /, **values: object) -> None:
    """A word of thanks or confirmation for the next page. Said only after the deed is kept."""
    visit: Visit = request.visit  # type: ignore[attr-defined]
    visit.told = visit.t(key, **values)


def ask_first(request: HttpRequest, *, title: str, words: list[str], yes: str, back: str) -> HttpResponse:
    """The page between a link and a deed that cannot be taken back: what happens then, yes, or leave it."""
    return render(request, "ask.html", {"title": title, "words": words, "yes": yes, "back": back})


def page_with_form(
    request: HttpRequest,
    template: str,
    form: forms.Form,
    deed: Callable[[dict[str, Any]], Moment],
    *,
    then: str | Callable[[Moment], str],
    said: str,
    context: dict[str, Any] | Callable[[], dict[str, Any]] | None = None,
) -> HttpResponse:
    """Show a form; when it is sent, do the deed and go to `then`, which may hang on what was done. What is wrong stands on
    the form, 422.

    A right one does not have is nothing to correct on a form: that is a page of its own, 403.
    A refusal that stops somebody, rather than asks to fill in otherwise, comes with its principle and a person (`block`).
    A `context` that has to be looked up comes as a function: after a deed that was done no page is shown.
    """
    stopped: Block | None = None
    if request.method == "POST" and form.is_valid():
        try:
            done = do(request, lambda: deed(form.cleaned_data))
        except Refused as refused:
            if refused.code.startswith("power."):
                raise
            add_refusal(request, form, refused)
            stopped = block_of(request.visit, refused)  # type: ignore[attr-defined]
        else:
            tell(request, said)
            return redirect(then(done) if callable(then) else then)
    status = 422 if form.is_bound else 200
    shown = context() if callable(context) else context or {}
    return render(request, template, {"form": form, "block": stopped, **shown}, status=status)


def add_refusal(request: HttpRequest, form: forms.Form, refused: Refused) -> None:
    """Put the sentence of a refusal at the field it is about, where the form knows which; else on top of the form."""
    visit: Visit = request.visit  # type: ignore[attr-defined]
    field = getattr(form, "lands", {}).get(refused.code)
    form.add_error(field if field in form.fields else None, visit.t(refused.key, **refused.values))
