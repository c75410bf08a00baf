"""The doors. Each area of the site is one blueprint; this list is the whole house seen from the street."""

from blueprints.authoring import blueprint as authoring
from blueprints.backup_commands import blueprint as backup_commands
from blueprints.commands import blueprint as commands
from blueprints.competencies import blueprint as competencies
from blueprints.credentials import blueprint as credentials
from blueprints.glossary import blueprint as glossary
from blueprints.home import blueprint as home
from blueprints.invitations import blueprint as invitations
from blueprints.kept_forms import blueprint as kept_forms
from blueprints.learners import blueprint as learners
from blueprints.ledger_commands import blueprint as ledger_commands
from blueprints.lessons import blueprint as lessons
from blueprints.me import blueprint as me
from blueprints.organisation import blueprint as organisation
from blueprints.organisation_commands import blueprint as organisation_commands
from blueprints.partnerships import blueprint as partnerships
from blueprints.people import blueprint as people
from blueprints.people_commands import blueprint as people_commands
from blueprints.practice import blueprint as practice
from blueprints.quiz_commands import blueprint as quiz_commands
from blueprints.quizzes import blueprint as quizzes
from blueprints.recall import blueprint as recall
from blueprints.reset_links import blueprint as reset_links
from blueprints.role_plays import blueprint as role_plays
from blueprints.roster import blueprint as roster
from blueprints.sign_in import blueprint as sign_in
from blueprints.signoffs import blueprint as signoffs

BLUEPRINTS = (
    home, glossary, sign_in, kept_forms, invitations, me, people, roster, reset_links, lessons, quizzes, recall,
    practice, role_plays, signoffs, learners, competencies, credentials, authoring, partnerships, organisation,
    commands, people_commands, quiz_commands, ledger_commands, backup_commands, organisation_commands,
)
