"""The doors. Each area of the site is one blueprint; this list is the whole house seen from the street."""

from blueprints.commands import blueprint as commands
from blueprints.home import blueprint as home
from blueprints.sign_in import blueprint as sign_in

BLUEPRINTS = (home, sign_in, commands)
