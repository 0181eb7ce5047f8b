"""Letters arrive right, whatever bytes they were written in. All people are invented."""

from __future__ import annotations

import codecs

import pytest

from app.interchange.encoding import decode

WEST = "Naam;Stad\r\nZoë Müller-Lefèvre;Liège\r\nFrançois Bâtard;Besançon\r\nSøren Ærø;Århus\r\n"
FRENCH = "Prénom;Nom;Société\nÉlodie;Désiré-Fontaine;Fédération française\nGaëlle;Noël;Forêt\n"
SPANISH = "Nombre;Ciudad\nBegoña Íñiguez;Logroño\nÁngel Muñoz;Cádiz\nJosé Núñez;Málaga\n"
GERMAN = "Name;Ort\nJürgen Großkopf;Düsseldorf\nBärbel Schäfer;Köln\nGünther Weiß;Lübeck\n"
CZECH = "Jméno;Město\nŽofie Dvořáčková;Plzeň\nŘehoř Křížek;Třebíč\nLuděk Šťastný;Děčín\n"
POLISH = "Imię;Miasto\nŁucja Wiśniewska;Łódź\nŻaneta Grabowska;Częstochowa\nJózef Dąb;Kraków\n"
HUNGARIAN = "Név;Város\nSzőke Győző;Győr\nTűzkő Ödön;Székesfehérvár\nÉrsek Bálint;Pécs\n"
RUSSIAN = "Имя;Город\nЛюдмила Зимина;Тверь\nПётр Щеглов;Ярославль\nЮлия Ежова;Псков\n"
UKRAINIAN = "Ім'я;Місто\nЇжак Ґедзь;Київ\nСоломія Вільна;Чернівці\nЄвген Тихий;Львів\n"
GREEK = "Όνομα;Πόλη\nΑγγελική Θαλασσινού;Θεσσαλονίκη\nΓιώργος Ψηλός;Ηράκλειο\n"
TURKISH = "Ad;Şehir\nIşıl Çığ;Iğdır\nGülşen Öğüt;Şanlıurfa\nYiğit Doğan;Elazığ\n"
JAPANESE = "氏名;都市\n青空 花子;京都\n山野 一郎;東京都\n小川 さくら;大阪\n"
CHINESE = "姓名;城市\n张小明;北京\n王丽华;上海市\n李国强;广州\n"
TRADITIONAL = "姓名;城市\n張小明;臺北\n陳麗華;高雄市\n林國強;臺中\n"
KOREAN = "이름;도시\n김하늘;서울\n박바다;부산\n이나무;대전\n"
HEBREW = "שם;עיר\nאביגיל כהן;ירושלים\nנועם לוי;תל אביב\n"
ARABIC = "الاسم;المدينة\nسلمى النجار;القاهرة\nيوسف البحر;الدار البيضاء\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [WEST, RUSSIAN, JAPANESE, ARABIC])
def test_a_mark_tells_unicode(codec: str, text: str) -> None:
    marks = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE,
             "utf-16-be": codecs.BOM_UTF16_BE, "utf-32-le": codecs.BOM_UTF32_LE,
             "utf-32-be": codecs.BOM_UTF32_BE}  # fmt: skip
    found = decode(marks[codec] + text.encode(codec))
    assert (found.text, found.encoding, found.bom) == (text, codec, True)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(codec: str) -> None:
    assert decode(WEST.encode(codec)).text == WEST


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (WEST, "cp1252"), (FRENCH, "cp1252"), (FRENCH, "mac_roman"), (FRENCH, "cp850"),
        (SPANISH, "cp1252"), (SPANISH, "mac_roman"), (GERMAN, "cp1252"), (GERMAN, "mac_roman"),
        (CZECH, "cp1250"), (CZECH, "iso8859-2"), (CZECH, "mac_latin2"), (POLISH, "cp1250"),
        (POLISH, "iso8859-2"), (POLISH, "cp852"), (HUNGARIAN, "cp1250"), (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"), (RUSSIAN, "cp866"), (RUSSIAN, "mac_cyrillic"), (UKRAINIAN, "cp1251"),
        (GREEK, "cp1253"), (GREEK, "iso8859-7"), (TURKISH, "cp1254"), (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"), (CHINESE, "gb18030"), (TRADITIONAL, "big5"), (KOREAN, "cp949"),
        (HEBREW, "cp1255"), (ARABIC, "cp1256"),
    ],
)  # fmt: skip
def test_older_encodings_are_told_by_their_letters(text: str, codec: str) -> None:
    found = decode(text.encode(codec))
    assert found.text == text
    assert found.mended == ()


def test_one_accent_is_enough() -> None:
    assert decode("naam;stad\nAn;Liège\n".encode("cp1252")).text.endswith("Liège\n")


def test_lines_of_another_encoding_are_mended_and_told() -> None:
    lines = [f"Zoë {n};Gent\n".encode() for n in range(8)]
    lines[3] = "Chloé Noël;Liège\n".encode("cp1252")
    found = decode(b"".join(lines))
    assert found.text.splitlines()[3] == "Chloé Noël;Liège"
    assert found.text.splitlines()[4] == "Zoë 4;Gent"
    assert found.mended == ((4, "cp1252"),)


def test_a_line_of_utf8_in_an_older_file_is_mended() -> None:
    lines = [f"Hélène Prévôt {n};Orléans\n".encode("cp1252") for n in range(9)]
    lines[5] = "Inès Hébert;Nîmes\n".encode()
    found = decode(b"".join(lines))
    assert found.encoding == "cp1252"
    assert found.text.splitlines()[5] == "Inès Hébert;Nîmes"
    assert found.mended == ((6, "utf-8"),)


def test_any_bytes_are_decoded_somehow() -> None:
    assert decode(bytes(range(256)) * 3).text
    assert decode(b"").text == ""
