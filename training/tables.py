"""Every table there is, in one import: for making and migrating databases. Also the guards inside the database."""

from training.accounts import kept_store
from training.accounts import store as accounts
from training.core.database import Base
from training.credentials import reminders_store
from training.credentials import store as credentials
from training.curriculum import drafts_store, organisation_store
from training.curriculum import store as curriculum
from training.partnerships import store as partnerships
from training.practice import store as practice
from training.quizzes import store as quizzes
from training.signoffs import store as signoffs
from training.supervision import store as supervision

STORES = (
    accounts, kept_store, supervision, quizzes, curriculum, drafts_store, organisation_store, practice, signoffs,
    credentials, reminders_store, partnerships,
)

metadata = Base.metadata


def triggers(dialect: str) -> list[str]:
    """The statements that put the guards into a database of this dialect ("sqlite" or "postgresql")."""
    return [statement for store in STORES for statement in getattr(store, "triggers", lambda dialect: [])(dialect)]
