"""The translations: find what the program says, keep resources/locale/*.po up, compile them.

`python -m tools.catalogues update` after new sentences, then translate what `check` lists.

Sentences are found by reading the program's syntax, not its text: a pair inside `say(N_("…"),
N_("…s"))` is seen as the singular and plural it is, which gettext's own extractors miss.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).resolve().parents[1]
LOCALES = HOUSE / "resources" / "locale"
ROOMS = ("app", "ui", "main.py")
LANGUAGES = ("nl", "fr")
ONE_FORM = frozenset({"N_", "t", "tr", "say"})
TWO_FORMS = frozenset({"n", "trn", "say", "command"})


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in the source, with its plural where it counts, and the file that says it."""

    message: str
    plural: str
    place: str


def sentences() -> dict[str, Said]:
    """Everything the program can say, by its English message, in the order of the files."""
    found: dict[str, Said] = {}
    for path in _sources():
        place = path.relative_to(HOUSE).as_posix()
        for message, plural in sorted(extract(path.read_text("utf-8"))):
            known = found.get(message)
            if known is None or (plural and not known.plural):
                found[message] = Said(message, plural, known.place if known else place)
    plurals = {one.plural for one in found.values() if one.plural}
    return {key: one for key, one in found.items() if one.plural or key not in plurals}


def _sources() -> Iterator[Path]:
    for room in ROOMS:
        path = HOUSE / room
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path] * path.exists()


def extract(source: str) -> set[tuple[str, str]]:
    """The (message, plural) pairs a module says; the plural is "" where nothing is counted."""
    tree = ast.parse(source)
    named = _named(tree)
    pairs: set[tuple[str, str]] = set()
    inside: set[int] = set()  # the N_() calls already read as part of a pair
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and (pair := _pair(node)):
            pairs.add(pair)
            inside.update(id(element) for element in node.elts)
        if not isinstance(node, ast.Call) or id(node) in inside:
            continue
        called = _called(node)
        words = [_literal(argument) or _known(argument, named) for argument in node.args[:2]]
        if called in TWO_FORMS and len(words) == 2 and all(words):
            pairs.add((words[0], words[1]))
            inside.update(id(argument) for argument in node.args)
        elif called in ONE_FORM and node.args and _literal(node.args[0]):
            pairs.add((words[0], ""))
    return pairs


Named = dict[str, list[tuple[int, str]]]


def _named(tree: ast.AST) -> Named:
    """The sentences kept under a name, `many = N_("…")`, with their lines."""
    found: Named = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            for target in node.targets:
                if isinstance(target, ast.Name) and (words := _literal(node.value)):
                    found.setdefault(target.id, []).append((node.lineno, words))
    return found


def _known(node: ast.expr, named: Named) -> str:
    """What was last kept under a name above this place; "" for anything else."""
    if not isinstance(node, ast.Name):
        return ""
    above = [one for one in named.get(node.id, ()) if one[0] < node.lineno]
    return max(above)[1] if above else ""


def _pair(node: ast.Tuple) -> tuple[str, str] | None:
    """Two N_() side by side that count, kept apart before they are said: `say(*pair, n=…)`."""
    words = [_literal(element) for element in node.elts if isinstance(element, ast.Call)]
    if len(node.elts) == len(words) == 2 and all("{n}" in one for one in words):
        return words[0], words[1]
    return None


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(node: ast.expr) -> str:
    """The literal string of an argument, also within N_(); "" for anything else."""
    if isinstance(node, ast.Call) and _called(node) == "N_" and node.args:
        return _literal(node.args[0])
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""


def load(language: str) -> Catalog:
    """The catalogue of a language as it is kept; an empty one where there is none yet."""
    path = LOCALES / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update() -> None:
    """Bring each .po file to what the program says now, keeping every translation that stands."""
    said = sentences()
    LOCALES.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        old = load(language)
        new = _empty(language, old)
        for sentence in said.values():
            _carry(old, new, sentence)
        with (LOCALES / f"{language}.po").open("wb") as file:
            write_po(file, new, width=100, include_lineno=False, omit_header=False)


def _empty(language: str, old: Catalog) -> Catalog:
    """A catalogue whose head changes only with its language: no clock, no placeholder names."""
    new = Catalog(locale=language, project="Belfry", version="1", fuzzy=False)
    new.header_comment = f"# What Belfry says, in {new.locale.english_name if new.locale else ''}."
    new.last_translator = new.language_team = new.msgid_bugs_address = "Belfry"
    new.creation_date = new.revision_date = old.creation_date
    return new


def _carry(old: Catalog, new: Catalog, sentence: Said) -> None:
    kept = old.get(sentence.message)
    translation = kept.string if kept is not None and not kept.fuzzy else None
    if sentence.plural:
        if not isinstance(translation, tuple | list):
            translation = ("", "")
        identity: str | tuple[str, str] = (sentence.message, sentence.plural)
        new.add(identity, tuple(translation), locations=[(sentence.place, 0)])
    else:
        single = translation if isinstance(translation, str) else ""
        new.add(sentence.message, single, locations=[(sentence.place, 0)])


def compile_all() -> None:
    """Write the .mo file beside each .po file."""
    for path in sorted(LOCALES.glob("*.po")):
        with path.open("rb") as source, path.with_suffix(".mo").open("wb") as made:
            write_mo(made, read_po(source, locale=path.stem))


def missing(language: str) -> list[str]:
    """The messages without a translation in `language`, plural forms included."""
    catalogue = load(language)
    return [
        sentence.message
        for sentence in sentences().values()
        if not _complete(catalogue.get(sentence.message), counts=bool(sentence.plural))
    ]


def _complete(message: Message | None, *, counts: bool) -> bool:
    if message is None or message.fuzzy:
        return False
    forms = _forms(message.string)
    return all(forms) and (len(forms) > 1) == counts


def misfilled(language: str) -> list[str]:
    """Messages whose translation fills in more or fewer values than the message has.

    A single form of a counted message may leave out the count ("one guest").
    """
    return [
        f"{message.id} -> {form}"
        for message in load(language)
        if message.id
        for form in _forms(message.string)
        if form and not _fills(message, form)
    ]


def _fills(message: Message, form: str) -> bool:
    wanted, filled = _fields_of(message), fields(form)
    return filled == wanted or (message.pluralizable and filled | {"n"} == wanted | {"n"})


def outdated(language: str) -> list[str]:
    """What the catalogue still says and the program no longer does."""
    catalogue, said = load(language), sentences()
    kept = [_forms(message.id)[0] for message in catalogue if message.id]
    return [*(one for one in kept if one not in said), *map(str, catalogue.obsolete)]


def _fields_of(message: Message) -> set[str]:
    return {field for form in _forms(message.id) for field in fields(form)}


def _forms(words: object) -> tuple[str, ...]:
    """One form or several, always as several."""
    return tuple(words) if isinstance(words, tuple | list) else (str(words or ""),)


def fields(words: str) -> set[str]:
    """The names of the values a message fills in."""
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def main(arguments: list[str]) -> int:
    """Do one of: update, compile, check."""
    match arguments:
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case ["check"]:
            return _check()
        case _:
            sys.stderr.write("Say one of: update, compile, check.\n")
            return 2
    return 0


def _check() -> int:
    wrong = 0
    for language in LANGUAGES:
        for line in (*missing(language), *misfilled(language), *outdated(language)):
            sys.stdout.write(f"{language}: {line}\n")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
