"""Which front-matter keys each kind of file may carry, of what kind, and in which language file they stand."""

import dataclasses

MOTIFS = ("kawung", "parang", "megamendung", "truntum", "ceplok", "sekar-jagad", "tumpal")


@dataclasses.dataclass(frozen=True)
class Key:
    """`kind`: text, list, number, yes-no, date or choice. A `spoken` key is a text for people and stands in both
    language files; the others are for the machine and stand in the Indonesian file."""

    name: str
    kind: str
    required: bool = False
    spoken: bool = False
    choices: tuple[str, ...] = ()


COURSE = (
    Key("id", "text", required=True),
    Key("title", "text", required=True, spoken=True),
    Key("summary", "text", required=True, spoken=True),
    Key("modules", "list", required=True),
    Key("motif", "choice", required=True, choices=MOTIFS),
    Key("order", "number"),
    Key("author", "text", required=True),
    Key("reviewer", "text"),
    Key("license", "text"),
)
MODULE = (
    Key("id", "text", required=True),
    Key("title", "text", required=True, spoken=True),
    Key("objectives", "list", required=True, spoken=True),
    Key("competencies", "list", required=True),
    Key("critical", "yes-no"),
    Key("content_note", "text", spoken=True),
    Key("prerequisites", "list"),
    Key("sources", "list"),
    Key("author", "text"),
    Key("reviewer", "text"),
    Key("reviewed_on", "date"),
    Key("change", "choice", choices=("editorial", "substantial")),
    Key("changes", "text", spoken=True),
)
LESSON = (
    Key("id", "text", required=True),
    Key("title", "text", required=True, spoken=True),
    Key("minutes", "number", required=True),
    Key("objectives", "list", spoken=True),
    Key("competencies", "list"),
    Key("content_note", "text", spoken=True),
    Key("short_version", "text", spoken=True),
    Key("sources", "list"),
    Key("author", "text"),
    Key("reviewer", "text"),
)
QUIZ = (Key("title", "text", spoken=True), Key("id", "text"))
PRACTICE = (Key("title", "text", spoken=True), Key("id", "text"))
ROLE_PLAY = (
    Key("id", "text", required=True),
    Key("title", "text", required=True, spoken=True),
    Key("modules", "list", required=True),
    Key("competencies", "list", required=True),
    Key("minutes", "number", required=True),
    Key("content_note", "text", required=True, spoken=True),
    Key("alternative", "text", required=True, spoken=True),
    Key("sources", "list"),
    Key("author", "text", required=True),
    Key("reviewer", "text"),
    Key("reviewed_on", "date"),
)
