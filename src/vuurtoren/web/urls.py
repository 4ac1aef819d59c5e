"""The address book: one line a door, with the right it asks."""

from allauth.account import views as allauth
from django.urls import register_converter

from vuurtoren.web import (
    agreed,
    agreements,
    balance,
    coffee,
    dossiers,
    exceptions,
    gifts,
    gifts_on_paper,
    initiative,
    initiatives,
    introductions,
    invitations,
    learning,
    leaving,
    lessons,
    letters,
    nudges,
    people,
    plan,
    principles,
    promises,
    questions,
    quiet,
    roles,
    room,
    sign_in,
    slides,
    speaking,
    spending,
    stay,
    stopping,
    street,
    streets,
    table_paper,
    tables,
    ties,
    today,
    weighing,
)
from vuurtoren.web.converters import Day
from vuurtoren.web.doors import door

register_converter(Day, "day")

urlpatterns = [
    door("", today.front, "door", "page.public"),
    door("help/", today.help_page, "help", "page.public"),
    door("language/", sign_in.language, "language", "page.public"),
    door("sign-in/", allauth.request_login_code, "account_login", "page.public"),
    door("sign-in/ask/", allauth.request_login_code, "account_request_login_code", "page.public"),
    door("sign-in/code/", allauth.confirm_login_code, "account_confirm_login_code", "page.public"),
    door("sign-in/link/<str:token>/", sign_in.link, "link", "page.public"),
    door("sign-up/", allauth.signup, "account_signup", "page.public"),
    door("sign-up/code/", sign_in.sign_up_code, "account_email_verification_sent", "page.public"),
    door("sign-out/", allauth.logout, "account_logout", "page.public"),
    door("welcome/", sign_in.welcome, "welcome", "person.arrive"),
    # a neighbourhood
    door("<slug:slug>/", today.today, "today", "page.public"),
    door("<slug:slug>/map/", streets.map_, "map", "page.public"),
    door("<slug:slug>/map/streets.geojson", streets.map_streets, "map_streets", "page.public"),
    door("<slug:slug>/map/backdrop.geojson", today.backdrop, "backdrop", "page.public"),
    door("<slug:slug>/streets/", streets.streets, "streets", "page.public"),
    door("<slug:slug>/city/", streets.city, "city", "page.public"),
    door("<slug:slug>/balance/", balance.balance, "balance", "page.public"),
    door("<slug:slug>/balance/spending/", spending.spending, "spending", "spending.write"),
    door("<slug:slug>/help/", today.help_here, "help_here", "page.public"),
    door("<slug:slug>/light/", today.light, "light", "page.public"),
    door("<slug:slug>/light/tend/", today.tend, "tend", "light.tend"),
    # principles, exceptions to them, and rules they replaced
    door("<slug:slug>/principles/", principles.principles, "principles", "page.public"),
    door("<slug:slug>/principles/propose/", principles.propose, "propose_principle", "principle.propose"),
    door("<slug:slug>/principles/replaced/", exceptions.replaced, "replaced_rules", "page.public"),
    door("<slug:slug>/principles/be-found/", exceptions.be_found, "be_found", "talk.be_found"),
    door(
        "<slug:slug>/principles/proposed/<str:public_id>/yes/",
        principles.adopt,
        "adopt_principle",
        "principle.adopt",
    ),
    door(
        "<slug:slug>/principles/proposed/<str:public_id>/no/",
        principles.drop,
        "drop_principle",
        "principle.propose",
    ),
    door(
        "<slug:slug>/principles/replaced/<str:public_id>/after/",
        exceptions.tell_after,
        "tell_after",
        "principle.propose",
    ),
    door(
        "<slug:slug>/principles/exception/<str:public_id>/end/",
        exceptions.end,
        "end_exception",
        "exception.make",
    ),
    door("<slug:slug>/principle/<str:public_id>/", principles.principle, "principle", "page.public"),
    door(
        "<slug:slug>/principle/<str:public_id>/words/",
        principles.reword,
        "reword_principle",
        "principle.propose",
    ),
    door(
        "<slug:slug>/principle/<str:public_id>/rest/", principles.rest, "rest_principle", "principle.propose"
    ),
    door(
        "<slug:slug>/principle/<str:public_id>/look-again/",
        principles.look_again,
        "look_again_principle",
        "principle.tend",
    ),
    door(
        "<slug:slug>/principle/<str:public_id>/exception/",
        exceptions.make,
        "make_exception",
        "exception.make",
    ),
    door(
        "<slug:slug>/principle/<str:public_id>/rule/", exceptions.keep_rule, "keep_rule", "principle.propose"
    ),
    door("<slug:slug>/journal/", today.journal, "journal", "journal.verify"),
    # what was agreed about how clean it is here, and the crews
    door("<slug:slug>/agreed/", agreed.agreed, "agreed", "page.public"),
    door("<slug:slug>/agreed/level/", agreed.level, "agree_level", "standard.agree"),
    door("<slug:slug>/agreed/crew/", agreed.new_crew, "new_crew", "standard.agree"),
    door("<slug:slug>/agreed/crew/<uuid:crew>/", agreed.shift, "shift", "standard.agree"),
    door("<slug:slug>/agreed/crew/<uuid:crew>/name/", agreed.rename, "rename_crew", "standard.agree"),
    door("<slug:slug>/agreed/crew/<uuid:crew>/end/", agreed.end, "end_crew", "standard.agree"),
    door("<slug:slug>/agreed/crew/<uuid:crew>/again/", agreed.again, "crew_again", "standard.agree"),
    door("<slug:slug>/agreed/<str:proposal>/yes/", agreed.say_yes, "say_yes", "standard.agree"),
    door("<slug:slug>/agreed/<str:proposal>/drop/", agreed.drop, "drop_proposal", "standard.agree"),
    # a street
    door("<slug:slug>/street/<str:public_id>/", street.street, "street", "page.public"),
    door("<slug:slug>/street/<str:public_id>/join/", street.join, "join", "task.carry"),
    door("<slug:slug>/street/<str:public_id>/next/", street.next_for_me, "street_next", "task.carry"),
    door("<slug:slug>/street/<str:public_id>/arrange/", street.arrange, "arrange", "task.carry"),
    door("<slug:slug>/street/<str:public_id>/call/", street.call_help, "call_help", "task.carry"),
    door("<slug:slug>/street/<str:public_id>/give-back/", street.give_back, "give_back", "task.give_back"),
    door("<slug:slug>/street/<str:public_id>/round/", street.round_, "round", "task.carry"),
    door("<slug:slug>/street/<str:public_id>/round/undo/", street.undo_round, "undo_round", "task.carry"),
    door("<slug:slug>/street/<str:public_id>/look/", street.look, "look", "task.observe"),
    door(
        "<slug:slug>/street/<str:public_id>/help/", street.help_question, "help_question", "agreement.answer"
    ),
    door("<slug:slug>/street/<str:public_id>/ask-first/", street.ask_first, "ask_first", "plan.change"),
    door("<slug:slug>/street/<str:public_id>/stopping/", stopping.announce, "stop_task", "task.stop"),
    door("<slug:slug>/street/<str:public_id>/say/", speaking.speak, "speak", "word.say"),
    door(
        "<slug:slug>/initiative/<str:public_id>/say/",
        speaking.speak_of_initiative,
        "speak_of_initiative",
        "word.say",
    ),
    door("<slug:slug>/saying/<str:public_id>/", speaking.saying, "saying", "page.public"),
    door("<slug:slug>/saying/<str:public_id>/answer/", speaking.answer, "answer_words", "agreement.answer"),
    door("<slug:slug>/saying/<str:public_id>/settle/", speaking.settle, "settle_words", "word.say"),
    door(
        "<slug:slug>/street/<str:public_id>/emergency/over/",
        street.emergency_over,
        "emergency_over",
        "plan.change",
    ),
    door("<slug:slug>/stopping/<str:public_id>/on/", stopping.go_on, "go_on_again", "task.stop"),
    door("<slug:slug>/street/<str:public_id>/agreement/", agreements.draft, "draft", "agreement.draft"),
    # challenging the city: what by-laws ask
    door("<slug:slug>/street/<str:public_id>/challenge/", dossiers.write, "dossier", "agreement.draft"),
    door(
        "<slug:slug>/street/<str:public_id>/challenge/voice/",
        dossiers.voice,
        "dossier_voice",
        "agreement.draft",
    ),
    door(
        "<slug:slug>/street/<str:public_id>/challenge/send/", dossiers.send, "send_dossier", "agreement.draft"
    ),
    # the plan of the city
    door("<slug:slug>/plan/", plan.latest, "plan", "plan.why"),
    door("<slug:slug>/plan/<day:day>/", plan.of_day, "plan_of_day", "plan.why"),
    door("<slug:slug>/plan/<day:day>/streets.geojson", plan.streets, "plan_streets", "plan.why"),
    door("<slug:slug>/plan/<day:day>/as.<slug:form>", plan.export, "plan_export", "plan.why"),
    door("<slug:slug>/plan/<day:day>/put-on/", plan.put_on, "put_on", "plan.change"),
    door("<slug:slug>/plan/<day:day>/emergency/<str:public_id>/", plan.emergency, "emergency", "plan.change"),
    door("<slug:slug>/plan/<day:day>/<str:line>/take-off/", plan.take_off, "take_off", "plan.change"),
    door("<slug:slug>/plan/<day:day>/<str:line>/move/", plan.move, "move", "plan.change"),
    door("<slug:slug>/plan/<day:day>/<str:line>/done/", plan.done, "done", "plan.change"),
    door("<slug:slug>/plan/<day:day>/<str:line>/found/", plan.found, "found", "plan.change"),
    # what residents start
    door("<slug:slug>/initiatives/", initiatives.initiatives, "initiatives", "page.public"),
    door("<slug:slug>/initiatives/start/", initiatives.start, "start_initiative", "initiative.start"),
    door("<slug:slug>/initiative/<str:public_id>/", initiative.initiative, "initiative", "page.public"),
    door(
        "<slug:slug>/initiative/<str:public_id>/words/",
        initiatives.reword,
        "initiative_words",
        "initiative.tend",
    ),
    door(
        "<slug:slug>/initiative/<str:public_id>/join/", initiatives.join, "join_initiative", "initiative.join"
    ),
    door(
        "<slug:slug>/initiative/<str:public_id>/leave/",
        initiatives.leave,
        "leave_initiative",
        "initiative.leave",
    ),
    door(
        "<slug:slug>/initiative/<str:public_id>/state/",
        initiatives.move,
        "initiative_state",
        "initiative.tend",
    ),
    door(
        "<slug:slug>/initiative/<str:public_id>/state/undo/",
        initiatives.move_back,
        "undo_initiative_state",
        "initiative.tend",
    ),
    door(
        "<slug:slug>/initiative/<str:public_id>/take-back/",
        initiatives.take_back,
        "take_back_initiative",
        "initiative.tend",
    ),
    door(
        "<slug:slug>/initiative/<str:public_id>/still/", roles.still_doing, "still_doing", "initiative.tend"
    ),
    door("<slug:slug>/initiative/<str:public_id>/role/", roles.make_role, "make_role", "initiative.tend"),
    door("<slug:slug>/role/<str:public_id>/claim/", roles.claim, "claim_role", "initiative.join"),
    door("<slug:slug>/role/<str:public_id>/offer/", roles.offer, "offer_role", "initiative.tend"),
    door("<slug:slug>/role/<str:public_id>/pass/", roles.pass_on, "pass_role", "initiative.leave"),
    door("<slug:slug>/role/<str:public_id>/drop/", roles.drop, "drop_role", "initiative.tend"),
    door(
        "<slug:slug>/initiative/<str:public_id>/look-for/",
        introductions.look_for_initiative,
        "look_for_initiative",
        "initiative.tend",
    ),
    # what institutions are asked and told
    door("<slug:slug>/questions/", questions.questions, "questions", "page.public"),
    door("<slug:slug>/initiative/<str:public_id>/ask/", questions.ask, "ask_institution", "initiative.tend"),
    door("<slug:slug>/question/<str:public_id>/answer/", questions.answer, "answer_question", "question.own"),
    door("<slug:slug>/question/<str:public_id>/take/", questions.take_on, "take_question", "question.own"),
    door("<slug:slug>/question/<str:public_id>/give/", questions.give_on, "give_question", "question.own"),
    door(
        "<slug:slug>/question/<str:public_id>/no-more/",
        questions.withdraw_question,
        "question_no_more",
        "initiative.tend",
    ),
    # nudges
    door("<slug:slug>/nudges/", nudges.nudges, "nudges", "page.public"),
    door("<slug:slug>/nudges/mine/", nudges.mine, "my_nudges", "nudge.own"),
    door("<slug:slug>/nudges/growing/", nudges.answer, "answer_growing", "nudge.own"),
    door("<slug:slug>/nudges/<str:public_id>/undo/", nudges.undo, "undo_nudge", "nudge.own"),
    door("<slug:slug>/nudge/<slug:what>/<str:public_id>/", nudges.nudge, "nudge", "nudge.give"),
    # may it go wrong, and what was learned
    door("<slug:slug>/lessons/", lessons.lessons, "lessons", "page.public"),
    door("<slug:slug>/weighings/", weighing.weighings, "weighings", "weigh.own"),
    door("<slug:slug>/weigh/", weighing.weigh, "weigh", "weigh.write"),
    door("<slug:slug>/weigh/<slug:what>/<str:public_id>/", weighing.weigh, "weigh_about", "weigh.write"),
    door("<slug:slug>/weighing/<str:public_id>/", weighing.weighing, "weighing", "weigh.own"),
    door("<slug:slug>/weighing/<str:public_id>/decide/", weighing.decide, "decide_weighing", "weigh.own"),
    door("<slug:slug>/weighing/<str:public_id>/share/", weighing.share, "share_weighing", "weigh.own"),
    door("<slug:slug>/weighing/<str:public_id>/look-back/", weighing.look_back, "look_back", "weigh.own"),
    door("<slug:slug>/weighing/<str:public_id>/words/", weighing.words, "own_words", "weigh.own"),
    door("<slug:slug>/weighing/<str:public_id>/agree/", weighing.agree, "agree_lesson", "weigh.own"),
    door("<slug:slug>/weighing/<str:public_id>/drop/", weighing.drop, "drop_weighing", "weigh.own"),
    # coffee tables
    door("<slug:slug>/tables/", tables.tables, "tables", "page.public"),
    door("<slug:slug>/tables/agenda.ics", tables.agenda_of_all, "tables_agenda", "page.public"),
    door("<slug:slug>/tables/set/", tables.set_table, "set_table", "table.set"),
    door("<slug:slug>/tables/mine.ics", tables.agenda_of_mine, "my_agenda", "met.own"),
    door("<slug:slug>/tables/learn/", learning.set_learning, "set_learning", "table.set"),
    door("<slug:slug>/table/<str:public_id>/round/", learning.write_round, "write_round", "table.tend"),
    door("<slug:slug>/table/<str:public_id>/round/next/", learning.next_round, "next_round", "table.tend"),
    door("<slug:slug>/table/<str:public_id>/", tables.table, "table", "page.public"),
    door("<slug:slug>/table/<str:public_id>/agenda.ics", tables.agenda_of_one, "table_agenda", "page.public"),
    door("<slug:slug>/table/<str:public_id>/card/", tables.card, "table_card", "page.public"),
    door("<slug:slug>/table/<str:public_id>/sheet.pdf", table_paper.sheet, "table_sheet", "page.public"),
    door("<slug:slug>/table/<str:public_id>/poster.pdf", table_paper.poster, "table_poster", "page.public"),
    door("<slug:slug>/table/<str:public_id>/change/", tables.change, "change_table", "table.tend"),
    door("<slug:slug>/table/<str:public_id>/once/", tables.once, "change_once", "table.tend"),
    door("<slug:slug>/table/<str:public_id>/rest/", tables.rest, "rest_table", "table.tend"),
    door("<slug:slug>/table/<str:public_id>/go-on/", tables.go_on, "table_goes_on", "table.tend"),
    door("<slug:slug>/table/<str:public_id>/end/", tables.end, "end_table", "table.tend"),
    door("<slug:slug>/table/<str:public_id>/met/", tables.met, "met", "table.tend"),
    door("<slug:slug>/table/<str:public_id>/met/<str:met>/undo/", tables.undo_met, "undo_met", "table.tend"),
    door("<slug:slug>/table/<str:public_id>/there/", tables.was_there, "was_there", "table.was_there"),
    door("<slug:slug>/met/<str:present>/", tables.answer, "met_answer", "met.own"),
    # coffee with somebody new
    door("<slug:slug>/coffee/", coffee.coffee, "coffee", "coffee.wish"),
    door("<slug:slug>/coffee/no-more/", coffee.no_more, "no_coffee", "tie.own"),
    door("<slug:slug>/coffee/<str:coffee>/answer/", coffee.answer, "coffee_answer", "tie.own"),
    # gifts
    door("<slug:slug>/gifts/", gifts.gifts, "gifts", "page.public"),
    door("<slug:slug>/gifts/offer/", gifts.kinds, "gift_kinds", "gift.offer"),
    door("<slug:slug>/gifts/offer/<slug:kind>/", gifts.offer, "offer_gift", "gift.offer"),
    door("<slug:slug>/gifts/code/", gifts_on_paper.by_code, "gift_code", "page.public"),
    door("<slug:slug>/gift/<str:public_id>/change/", gifts.change, "change_gift", "gift.own"),
    door("<slug:slug>/gift/<str:public_id>/withdraw/", gifts.withdraw, "withdraw_gift", "gift.own"),
    # where gifts lead
    door("<slug:slug>/gift/<str:public_id>/invite/", invitations.invite, "invite", "gift.see"),
    door(
        "<slug:slug>/invitation/<str:public_id>/answer/", invitations.answer, "answer_invitation", "gift.own"
    ),
    door(
        "<slug:slug>/invitation/<str:public_id>/back/",
        invitations.take_back,
        "take_back_invitation",
        "gift.own",
    ),
    door("<slug:slug>/gifts/suggestions/", introductions.suggestions, "suggestions", "gift.introduce"),
    door(
        "<slug:slug>/gifts/introduce/<str:gift>/<str:looking>/",
        introductions.introduce,
        "introduce",
        "gift.introduce",
    ),
    door(
        "<slug:slug>/introduction/<str:public_id>/answer/", introductions.answer, "intro_answer", "gift.own"
    ),
    door(
        "<slug:slug>/introduction/<str:public_id>/became/", introductions.became, "intro_became", "gift.own"
    ),
    door("<slug:slug>/table/<str:public_id>/look-for/", introductions.look_for, "look_for", "table.tend"),
    door(
        "<slug:slug>/looking/<str:public_id>/end/", introductions.look_no_more, "look_no_more", "table.tend"
    ),
    # streets to drink coffee in first
    door("<slug:slug>/quiet/", quiet.quiet, "quiet", "errand.see"),
    door("<slug:slug>/quiet/<str:public_id>/go/", quiet.go, "take_errand", "errand.take"),
    door("<slug:slug>/quiet/<str:errand>/done/", quiet.done, "errand_done", "errand.take"),
    # ties between people who met
    door("<slug:slug>/ties/", ties.ties, "ties", "page.public"),
    door("<slug:slug>/ties/mine/", ties.mine, "my_ties", "tie.own"),
    door("<slug:slug>/ties/keep/<str:present>/", ties.keep, "keep_tie", "tie.own"),
    door("<slug:slug>/tie/<str:tie>/answer/", ties.answer, "tie_answer", "tie.own"),
    door("<slug:slug>/tie/<str:tie>/let-go/", ties.let_go, "tie_let_go", "tie.own"),
    # professionals who stay
    door("<slug:slug>/days/", stay.days, "days", "day.own"),
    door("<slug:slug>/days/today/", stay.was_here, "was_here", "day.write"),
    door("<slug:slug>/days/share/", stay.share_days, "share_days", "day.own"),
    door("<slug:slug>/days/<day:day>/", stay.write_day, "write_day", "day.write"),
    door("<slug:slug>/promises/", promises.promises, "promises", "page.public"),
    door("<slug:slug>/promises/make/", promises.make_promise, "make_promise", "promise.make"),
    door("<slug:slug>/promises/said/", promises.say_promised, "say_promised", "promise.ask"),
    door("<slug:slug>/promise/<str:public_id>/", promises.promise, "promise", "page.public"),
    door(
        "<slug:slug>/promise/<str:public_id>/answer/",
        promises.answer_promise,
        "answer_promise",
        "promise.own",
    ),
    door("<slug:slug>/promise/<str:public_id>/kept/", promises.promise_kept, "promise_kept", "promise.own"),
    door(
        "<slug:slug>/promise/<str:public_id>/take-back/",
        promises.take_back_promise,
        "take_back_promise",
        "promise.own",
    ),
    door("<slug:slug>/promise/<str:public_id>/pass-on/", promises.pass_on, "pass_on", "promise.own"),
    door(
        "<slug:slug>/promise/<str:public_id>/ask-no-more/", promises.ask_no_more, "ask_no_more", "promise.own"
    ),
    door("<slug:slug>/promise/<str:public_id>/wont/", promises.wont, "wont", "promise.own"),
    door("<slug:slug>/team/", leaving.team, "team", "work.lead"),
    door("<slug:slug>/leave/<str:public_id>/", leaving.leave, "leave", "work.leave"),
    door("<slug:slug>/leaving/<str:public_id>/", leaving.leaving, "leaving", "work.leave"),
    door("<slug:slug>/leaving/<str:public_id>/so/", leaving.answer_leaving, "answer_leaving", "work.leave"),
    door("<slug:slug>/leaving/<str:public_id>/stay/", leaving.stay_on, "stay_on", "work.leave"),
    door("<slug:slug>/leaving/<str:public_id>/plan/", leaving.plan_hand_over, "plan_hand_over", "work.leave"),
    door("<slug:slug>/leaving/<str:public_id>/walked/", leaving.walked, "walked", "work.leave"),
    door(
        "<slug:slug>/leaving/<str:public_id>/done/",
        leaving.complete_departure,
        "complete_departure",
        "work.leave",
    ),
    # the register of room
    door("<slug:slug>/room/", room.register, "room", "page.public"),
    door("<slug:slug>/room/as.csv", room.export, "room_export", "page.public"),
    # agreements
    door("<slug:slug>/agreements/", agreements.every, "agreements", "page.public"),
    door("<slug:slug>/agreement/<str:public_id>/", agreements.agreement, "agreement", "page.public"),
    door("<slug:slug>/agreement/<str:public_id>/answer/", agreements.answer, "answer", "agreement.answer"),
    door(
        "<slug:slug>/agreement/<str:public_id>/withdraw/", agreements.withdraw, "withdraw", "agreement.answer"
    ),
    door("<slug:slug>/agreement/<str:public_id>/say/", dossiers.answer, "answer_dossier", "agreement.answer"),
    door(
        "<slug:slug>/agreement/<str:public_id>/conditions/",
        dossiers.accept,
        "accept_conditions",
        "agreement.answer",
    ),
    door("<slug:slug>/agreement/<str:public_id>/paper.pdf", dossiers.paper, "agreement_paper", "page.public"),
    # people
    door("<slug:slug>/who/", people.who, "who", "page.public"),
    door("<slug:slug>/who/tools/", people.tools, "tools", "tools.put"),
    door("<slug:slug>/who/enter/", people.enter, "enter", "person.enter"),
    door(
        "<slug:slug>/who/<str:public_id>/withdraw/",
        people.withdraw_consent,
        "withdraw_consent",
        "person.consent",
    ),
    door("<slug:slug>/who/<str:public_id>/renew/", people.renew_consent, "renew_consent", "person.consent"),
    door("<slug:slug>/who/<str:public_id>/gifts/", gifts_on_paper.gifts_of, "paper_gifts", "gift.enter"),
    door(
        "<slug:slug>/who/<str:public_id>/gifts/<slug:kind>/", gifts_on_paper.enter, "enter_gift", "gift.enter"
    ),
    door("<slug:slug>/who/<str:public_id>/slip/", gifts_on_paper.slip, "gift_slip", "gift.enter"),
    door("<slug:slug>/who/role/", people.give_role, "give_role", "role.give"),
    door("<slug:slug>/who/role/<str:held>/confirm/", people.confirm_role, "confirm_role", "role.give"),
    door("<slug:slug>/letter/", letters.letter, "letter", "self.profile"),
    door("<slug:slug>/letter/mail/", letters.choose, "choose_letter", "self.profile"),
    door("<slug:slug>/letters/paper/", letters.paper, "paper_letters", "person.enter"),
    door("<slug:slug>/slides/", slides.slides, "slides", "slide.own"),
    door("<slug:slug>/slides/<str:slide>/answer/", slides.answer, "answer_slide", "slide.own"),
    door("<slug:slug>/me/", people.me, "me", "self.profile"),
    door("<slug:slug>/me/export/", people.export, "export", "self.profile"),
    door("<slug:slug>/me/forget/", people.forget, "forget", "self.profile"),
    door("<slug:slug>/me/role/<str:held>/end/", people.end_own_role, "end_own_role", "self.profile"),
]

handler404 = "vuurtoren.web.today.missing"
handler400 = "vuurtoren.web.trouble.not_understood"
handler429 = "vuurtoren.web.sign_in.too_often"
handler500 = "vuurtoren.web.trouble.broken"
