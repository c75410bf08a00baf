"""Who somebody is to Sebaya: a name, roles, a language, a time zone. A member of a group is never a person here."""

import dataclasses

FACILITATOR, THERAPIST, SUPERVISOR = "facilitator", "therapist", "supervisor"
COORDINATOR, ADMINISTRATOR = "coordinator", "administrator"
ROLES = (FACILITATOR, THERAPIST, SUPERVISOR, COORDINATOR, ADMINISTRATOR)


@dataclasses.dataclass(frozen=True)
class Person:
    """A signed-in or spoken-of person. `roles` are the roles held now."""

    id: int
    name: str
    email: str = ""
    roles: frozenset[str] = frozenset()
    language: str = "id"
    zone: str = "WIB"
    disabled: bool = False

    @property
    def first_name(self) -> str:
        """What she is called in a sentence to her or about her."""
        return self.name.split(" ", 1)[0]

    @property
    def initials(self) -> str:
        """The two letters in her round picture."""
        return initials_of(self.name)

    def is_a(self, role: str) -> bool:
        """Whether she holds this role now."""
        return role in self.roles


def initials_of(name: str) -> str:
    """The first letters of the first and the last word of a name; titles behind a comma do not count."""
    words = name.partition(",")[0].split()
    return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper() if words else ""
