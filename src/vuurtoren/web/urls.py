"""The address book: one line a door, with the right it asks."""

from allauth.account import views as allauth

from vuurtoren.web import sign_in
from vuurtoren.web.doors import door

urlpatterns = [
    door("sign-in/", allauth.request_login_code, "account_login", "page.public"),
    door("sign-in/code/", allauth.confirm_login_code, "account_confirm_login_code", "page.public"),
    door("sign-up/", allauth.signup, "account_signup", "page.public"),
    door("sign-up/code/", allauth.email_verification_sent, "account_email_verification_sent", "page.public"),
    door("sign-out/", allauth.logout, "account_logout", "page.public"),
    door("sign-in/link/<str:token>/", sign_in.link, "link", "page.public"),
    door("welcome/", sign_in.welcome, "welcome", "person.arrive"),
    door("language/", sign_in.language, "language", "page.public"),
]
