"""Names that are one however written, and names that are two though they look alike."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.contacts.rules.likeness import VERY_LIKELY, name_likeness
from app.contacts.rules.twins import facts, weigh

ONE = [
    ("Jürgen Müller", "Mueller, Juergen"),
    ("Łukasz Wiśniewski", "Lukasz Wisniewski"),
    ("Søren Kjærgård", "Soeren Kjaergaard"),
    ("Çağlar Yıldız", "Caglar Yildiz"),
    ("Dr. Anke van der Velde", "VELDE Anke"),
    ("Prof. Sir Hugh Pemberton", "Hugh Pemberton"),
    ("H.E. Mrs Noor Claes", "Noor Claes"),
    ("Олександр Шевчук", "Oleksandr Shevchuk"),
    ("Юлия Щербакова", "Yuliya Shcherbakova"),
    ("Шевчук Олена Петрівна", "Олена Шевчук"),
    ("Стефан Ђорђевић", "Stefan Djordjevic"),
    ("Ελένη Παπαδοπούλου", "Eleni Papadopoulou"),
    ("Γιώργος Μπακάλης", "Giorgos Bakalis"),
    ("محمد الخطيب", "Mohammed al-Khatib"),
    ("عبد الرحمن قادري", "Abdurrahman Kaderi"),
    ("Abd el-Kader Benali", "Abdelkader Benali"),
    ("Nino Beridze", "ნინო ბერიძე"),
    ("Արամ Պետրոսյան", "Aram Petrosyan"),
    ("田中 葵", "田中葵"),
    ("Maeve O'Brien", "Maeve OBrien"),
    ("Prembahadur Thapa", "Prem Bahadur Thapa"),
    ("Tanaka Aoi", "Aoi Tanaka"),
]
TWO = [
    ("Anna Petrova", "Elena Petrova"),
    ("Sunil Kumar Rao", "Sushil Kumar Rao"),
    ("Jan Peeters", "Marie Peeters"),
    ("Takeshi Nomura", "Takeshi Nogami"),
    ("Ahmad bin Hasan", "Hasan bin Ahmad"),
    ("高山早苗", "高石早苗"),
    ("Karel De Smet", "Karel De Backer"),
    ("Ali Reza Karimi", "Ali Hasan Karimi"),
    ("", ""),
    ("Tanaka", ""),
]


@pytest.mark.parametrize(("one", "two"), ONE)
def test_one_name_written_otherwise(one: str, two: str) -> None:
    assert name_likeness(one, two).score >= 0.8
    assert name_likeness(one, two).score == pytest.approx(name_likeness(two, one).score)


@pytest.mark.parametrize(("one", "two"), TWO)
def test_two_names(one: str, two: str) -> None:
    assert name_likeness(one, two).score < VERY_LIKELY


@given(one=st.text(max_size=40), two=st.text(max_size=40))
def test_any_text_gets_a_score_from_nought_to_one(one: str, two: str) -> None:
    assert 0 <= name_likeness(one, two).score <= 1
    if one.strip():
        assert name_likeness(one, one).score == 1


def test_an_initial_is_no_name() -> None:
    assert 0.6 < name_likeness("J. van der Meulen", "Joost van der Meulen").score < VERY_LIKELY


def test_what_is_missing_says_nothing() -> None:
    bare, full = facts("1", "Noor Claes"), facts("2", "Noor Claes", birth="1970-01-02")
    assert weigh(bare, full).score == weigh(bare, bare).score >= VERY_LIKELY


def test_another_birth_date_or_mail_speaks_against() -> None:
    one = facts("1", "Noor Claes", birth="1970-01-02", mails=("noor@a.example",))
    born = facts("2", "Noor Claes", birth="1988-11-20")
    reached = facts("3", "Noor Claes", mails=("n.claes@b.example",))
    assert weigh(one, born).score < 0.5
    assert weigh(one, reached).score < 0.7


def test_a_household_and_a_post_are_not_one_person() -> None:
    home: Any = {"address": ("Molenweg 4", "9000", "Gent", "BE"), "phones": ("+32 9 222 33 44",)}
    jan, marie = facts("1", "Jan Peeters", **home), facts("2", "Marie Peeters", **home)
    assert weigh(jan, marie).score <= 0.5
    desk: Any = {"mails": ("embassy@jp.example",), "posts": (("counsellor", "a" * 32),)}
    assert weigh(facts("1", "Aoi Tanaka", **desk), facts("2", "Ren Suzuki", **desk)).score < 0.5


def test_reasons_are_told_in_words() -> None:
    one = facts("1", "Aoi Tanaka", birth="1970-01-02", phones=("+32 2 555 01 58",))
    two = facts("2", "Tanaka Aoi", birth="1970-01-02", phones=("02/555.01.58",))
    told = [str(reason) for reason in weigh(one, two).reasons]
    assert told == ["same name in another order", "same birth date", "same phone number"]
