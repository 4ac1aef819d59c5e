"""Signing in: a mailed code (allauth), a single-use link, and the first words of somebody new."""

from typing import Any

from allauth.account import views as allauth
from allauth.account.adapter import DefaultAccountAdapter
from django import forms
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from vuurtoren.language import LANGUAGES, Refused, say
from vuurtoren.people import acts
from vuurtoren.places.models import Neighbourhood
from vuurtoren.web.codes import HashedCode
from vuurtoren.web.deeds import page_with_form
from vuurtoren.web.visit import LANGUAGE_COOKIE, Visit

YEAR_S = 60 * 60 * 24 * 365


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Mail in the reader's language, plain text only, with nothing private in the subject."""

    def generate_login_code(self) -> str:
        """A code of which only the hash is kept."""
        return HashedCode(super().generate_login_code())

    def generate_email_verification_code(self) -> str:
        """The same for somebody new."""
        return HashedCode(super().generate_email_verification_code())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        language = self.request.visit.language if self.request else "nl"
        code = context.get("code")
        words = {"code": code.plain if isinstance(code, HashedCode) else "", "site": "Vuurtoren"}
        known = {
            "login_code": "mail-code",
            "email_confirmation_signup": "mail-code",
            "email_confirmation": "mail-code",
            "account_already_exists": "mail-known",
        }
        name = known.get(template_prefix.rsplit("/", 1)[-1], "mail-unknown")
        message = self._message(
            say(language, f"{name}-subject"), say(language, f"{name}-body", **words), email
        )
        message.send()

    def send_account_already_exists_mail(self, email: str) -> None:
        """Whoever signs up with a mail address that is known reads it in the mail; the page says the same as always."""
        self.send_mail("account/email/account_already_exists", email, {})

    def _message(self, subject: str, body: str, email: str) -> Any:
        from django.core.mail import EmailMessage

        return EmailMessage(subject, body, to=[email])

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """allauth's own little messages stay out: our pages say what happened."""


class Welcome(forms.Form):
    """What somebody new tells: a name to be called by, and the neighbourhood."""

    called = forms.CharField(max_length=60)
    neighbourhood = forms.ModelChoiceField(Neighbourhood.objects.order_by("name"), empty_label=None)
    language = forms.ChoiceField(choices=[(one.code, one.name) for one in LANGUAGES.values()])

    def __init__(self, *args: Any, visit: Visit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self.fields[name].label = visit.t(f"welcome-{name}")
        self.fields["called"].help_text = visit.t("welcome-called-hint")


@never_cache
def link(request: HttpRequest, token: str) -> HttpResponse:
    """A sign-in link: looking at it costs nothing (mail readers look too); the button uses it."""
    if request.method != "POST":
        return render(request, "sign_in/link.html", {"token": token, "refused": None})
    visit: Visit = request.visit  # type: ignore[attr-defined]
    try:
        account, _ = acts.use_link(token, at=visit.at)
    except Refused as refused:
        return render(request, "sign_in/link.html", {"token": token, "refused": refused}, status=410)
    login(request, account, backend="allauth.account.auth_backends.AuthenticationBackend")
    return redirect("welcome")


def sign_up_code(request: HttpRequest) -> HttpResponse:
    """The code of somebody new; whoever came in already has no code to wait for."""
    if request.user.is_authenticated:
        return redirect("welcome")
    answer: HttpResponse = allauth.email_verification_sent(request)
    return answer


def welcome(request: HttpRequest) -> HttpResponse:
    """After signing in: home, or for somebody new first a name and a neighbourhood."""
    visit: Visit = request.visit  # type: ignore[attr-defined]
    if visit.person and (keys := list(visit.viewer.roles)):
        home = Neighbourhood.objects.filter(key__in=keys).order_by("id").first()
        if home:
            return redirect("today", slug=home.slug)
    if not request.user.is_authenticated:
        return redirect("account_login")
    account: Any = request.user
    form = Welcome(request.POST or None, visit=visit, initial={"language": visit.language})
    return page_with_form(
        request,
        "sign_in/welcome.html",
        form,
        lambda given: acts.arrive(visit.viewer, account, at=visit.at, **given),
        then=reverse("welcome"),
        said="welcome-said",
    )


def language(request: HttpRequest) -> HttpResponse:
    """Change the language of the pages; for somebody who signed in, of letters too."""
    visit: Visit = request.visit  # type: ignore[attr-defined]
    code = request.POST.get("language", "")
    back = request.POST.get("next", "/")
    ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    response = redirect(back if ours else "/")
    if request.method == "POST" and code in LANGUAGES:
        response.set_cookie(LANGUAGE_COOKIE, code, max_age=YEAR_S, samesite="Lax", httponly=True)
        if visit.person and visit.person.language != code and (here := _where(visit)):
            acts.change_self(
                visit.viewer,
                visit.person,
                here,
                called=visit.person.called,
                language=code,
                home=visit.person.home,
                at=visit.at,
            )
    return response


def too_often(request: HttpRequest) -> HttpResponse:
    """Codes are tried or asked for too often from here; the limit is kept in the database, for all processes."""
    return render(request, "refused.html", {"refused": Refused("web.too_often")}, status=429)


def _where(visit: Visit) -> Neighbourhood | None:
    """The neighbourhood of somebody's own street, else the first in which they hold a role."""
    if visit.person and visit.person.home:
        return visit.person.home.neighbourhood
    return Neighbourhood.objects.filter(key__in=list(visit.viewer.roles)).order_by("id").first()
