"""Who was named so far in an article, under every form in which a name may come back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from parsers.language.mention import Mention, PersonValue
from parsers.language.office_words import words
from parsers.language.person_spans import completed, without_accents


@dataclass(frozen=True, slots=True)
class Known:
    """Who was named so far: every form of a name, with and without accents → the value first given with it; the latest
    bearer of a form wins.
    """

    forms: dict[str, PersonValue] = field(default_factory=dict)

    def after(self, people: Iterable[Mention]) -> Known:
        """What is known when these have been read too."""
        named = [one.value for one in people if isinstance(one.value, PersonValue) and one.value.name]
        if not named:
            return self
        forms = dict(self.forms)
        for value in named:
            if value.name and not value.group:
                known = completed(value, forms.get(value.name))
                spelled = list(_forms_of(known.name or value.name))
                forms.update(dict.fromkeys((*map(without_accents, spelled), *spelled), known))
        return Known(forms)


def _forms_of(name: str) -> Iterator[str]:
    """The forms under which a person may come back: the whole name, its last words, its first where that is short."""
    parts = name.split()
    yield name
    for begin in range(1, len(parts) - 1):
        yield " ".join(parts[begin:])
    if len(parts) > 1:
        yield from _short_forms(parts)


def _short_forms(parts: list[str]) -> Iterator[str]:
    """The surname with a numeral or suffix behind it, the first name where it tells enough, the first of two surnames
    ("Ana Ruiz Otero"), the surname without its article ("al-Said").
    """
    tail = parts[-2:] if parts[-1].isupper() and len(parts[-1]) < 4 else parts[-1:]
    yield " ".join(tail)
    if len(parts) == 2 or len(tail) == 2:
        yield parts[0]
    if len(parts) == 3 and len(parts[1]) > 3 and parts[1][:1].isupper() and parts[1].lower() not in words("honorifics"):
        yield parts[1]
    article, _, rest = parts[-1].partition("-")
    if article.lower() in ("al", "el", "as", "ash", "an") and rest[:1].isupper():
        yield rest
