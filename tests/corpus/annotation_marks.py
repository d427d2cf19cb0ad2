"""The marks of annotated counties: their letters, and a line with its marks taken off.

``docs/guide/annotation.md`` says what they mean, ``annotation.py`` reads whole files.
"""

from typing import Protocol

from tests.corpus.truth import Mark

GENRES = {
    "visit": "visit",
    "inspection": "visit",
    "dispatch": "dispatch_meeting",
    "executive": "executive_meeting",
    "party": "meeting",
    "study": "meeting",
    "meeting": "meeting",
    "minutes": "meeting",
    "symposium": "symposium",
    "notice": "other",
    "ceremony": "other",
    "feature": "other",
}
KINDS = frozenset(GENRES.values())
ROLES = {
    "l": "lead",
    "h": "host",
    "a": "attending",
    "r": "reporting",
    "c": "accompanying",
}
ORGANISATIONS = {
    "e": "enterprise",
    "d": "department",
    "g": "government",
    "z": "zone",
    "o": "other",
}
AGENDA = {"h": "heard", "s": "studied", "r": "reviewed"}
DIRECTIVES = {
    "": "task",
    "task": "task",
    "s": "standing",
    "c": "context",
    "p": "promise",
}
ADDRESSEES = ("unit", "list", "class", "everyone", "enterprise")


class NotAnnotated(Exception):
    """A line does not follow the format; the message names file and line."""


class Faults(Protocol):
    """Names the file of a fault."""

    def fault(self, line: int, words: str) -> NotAnnotated: ...


class Paragraph:
    """One line with its marks taken off."""

    def __init__(self, reader: Faults, line: int, raw: str, index: int) -> None:
        self.reader, self.line, self.index = reader, line, index
        self.text = ""
        self.found: list[tuple[str, str, Mark]] = []
        self._walk(raw)

    def _walk(self, raw: str) -> None:
        stack: list[tuple[str, str, int]] = []
        i = 0
        while i < len(raw):
            one = raw[i]
            if one in "{<":
                colon = raw.find(":", i)
                if colon < 0:
                    raise self.reader.fault(self.line, f"no colon after {raw[i : i + 20]}")
                stack.append((one, raw[i + 1 : colon], len(self.text)))
                i = colon + 1
                while one == "{" and raw[i : i + 1] == " ":
                    i += 1
                continue
            if one in "}>":
                if not stack or "{<".index(stack[-1][0]) != "}>".index(one):
                    raise self.reader.fault(
                        self.line, f"{one} closes nothing near {self.text[-12:]}"
                    )
                opened, head, start = stack.pop()
                self._keep(opened, head, start)
            elif one == "[":
                end = raw.find("]", i)
                if end < 0:
                    raise self.reader.fault(self.line, f"no ] after {raw[i : i + 20]}")
                self._person(raw[i + 1 : end])
                i = end
            elif one in "]|":
                raise self.reader.fault(self.line, f"stray {one} near {self.text[-12:]}")
            else:
                self.text += one
            i += 1
        if stack:
            raise self.reader.fault(self.line, f"not closed: {stack[-1][1]}")

    def _keep(self, opened: str, head: str, start: int) -> None:
        words = self.text[start:]
        if not words.strip():
            raise self.reader.fault(self.line, f"no words in mark {head}")
        self.found.append(
            (
                opened,
                head,
                Mark(paragraph=self.index, start=start, end=len(self.text), text=words),
            )
        )

    def _person(self, words: str) -> None:
        parts = words.split("|")
        if len(parts) not in {3, 4} or parts[2] not in ROLES or not parts[1]:
            raise self.reader.fault(self.line, f"a person is [post|name|role]: {words}")
        self.text += parts[0]
        start = len(self.text)
        self.text += parts[1]
        at = Mark(paragraph=self.index, start=start, end=len(self.text), text=parts[1])
        post = parts[0] or (parts[3] if len(parts) == 4 else "")
        self.text += parts[3] if len(parts) == 4 else ""
        self.found.append(("[", f"{post}|{ROLES[parts[2]]}", at))
