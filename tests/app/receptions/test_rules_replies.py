"""Replies as people write them, in three languages."""

from __future__ import annotations

import pytest

from app.receptions.rules import Status
from app.receptions.rules.replies import Answer, company, is_nothing, read_answer

YES, NO = Status.ACCEPTED, Status.REGRETS


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("ja", Answer(YES)),
        ("Ja, met 2 personen", Answer(YES, 2)),
        ("JA graag", Answer(YES)),
        ("komt", Answer(YES)),
        ("komt niet", Answer(NO)),
        ("Kan er helaas niet bij zijn", Answer(NO)),
        ("verontschuldigd", Answer(NO)),
        ("Excuses, verhinderd", Answer(NO)),
        ("oui", Answer(YES)),
        ("Oui, avec plaisir", Answer(YES)),
        ("oui, deux personnes", Answer(YES, 2)),
        ("ne viendra pas", Answer(NO)),
        ("Excusée", Answer(NO)),
        ("non, désolé", Answer(NO)),
        ("yes +1", Answer(YES, 2)),
        ("2 persons", Answer(YES, 2)),
        ("2", Answer(YES, 2)),
        ("ja 3", Answer(YES, 3)),
        ("met partner", Answer(YES, 2)),
        ("yes, with my wife", Answer(YES, 2)),
        ("we komen met z'n vieren, 4 personen", Answer(YES, 4)),
        ("attending", Answer(YES)),
        ("Unfortunately unable to attend", Answer(NO)),
        ("0", Answer(NO)),
        ("wordt vertegenwoordigd door Anna Zając", Answer(Status.REPRESENTED, None, "Anna Zając")),
        (
            "sera représenté par M. Kim, attaché",
            Answer(Status.REPRESENTED, None, "M. Kim, attaché"),
        ),
        ("represented by Ms Bo; thank you", Answer(Status.REPRESENTED, None, "Ms Bo")),
        ("misschien", Answer()),
        ("à confirmer", Answer()),
        ("ja maar mijn man niet", Answer()),
        ("", Answer()),
        ("see my mail of Tuesday", Answer()),
        ("Ik kom niet alleen", Answer()),
        ("Ik kom met plezier, maar niet met mijn partner", Answer()),
        ("No problem, I will be there", Answer()),
        ("Not alone: with my wife", Answer("", 2)),
        ("Pas de problème, je viens", Answer()),
        ("Je viens, mais pas mon épouse", Answer()),
        ("Je ne manquerai pas de venir", Answer()),
        ("nous ne viendrons pas", Answer(NO)),
        ("+32 470 12 34 56", Answer()),
    ],
)
def test_replies_are_read(words: str, answer: Answer) -> None:
    assert read_answer(words) == answer


def test_a_column_of_numbers_counts() -> None:
    assert read_answer("ja", "2") == Answer(YES, 2)
    assert read_answer("yes", "2 persons") == Answer(YES, 2)
    assert read_answer("ja", "0470123456") == Answer(YES)
    assert read_answer("nee", "2") == Answer(NO)
    assert read_answer("", "0") == Answer(NO)
    assert read_answer("ja", "0") == Answer()  # nobody, or nobody besides: a person must ask


def test_company_is_named_or_not() -> None:
    assert company("Keiko Aoki") == ("Keiko Aoki",)
    assert company("Keiko Aoki en Ida Bo; Jan Peeters") == ("Keiko Aoki", "Ida Bo", "Jan Peeters")
    assert company("ja") == ()
    assert company("geen") == ()
    assert company("2 personen") == ()


@pytest.mark.parametrize("words", ["", "-", "geen", "None", "n.v.t.", "aucune", "non", "nee"])
def test_nothing_is_nothing(words: str) -> None:
    assert is_nothing(words)


def test_something_is_something() -> None:
    assert not is_nothing("geen noten")
    assert not is_nothing("vegetarisch")
