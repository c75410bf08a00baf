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
        return self.name.split(" ", 1)[0]

    @property
    def initials(self) -> str:
        words = self.name.split()
        return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()

    def is_a(self, role: str) -> bool:
        return role in self.roles
