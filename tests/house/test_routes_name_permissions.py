"""Every page says whom it is for, in one word, where it is written."""

import pytest

from training import permissions
from training.accounts.person import ROLES

KNOWN = {value for name, value in vars(permissions).items() if name.isupper() and isinstance(value, str)} - set(ROLES)


def views(app):
    rules = {rule.endpoint: rule.rule for rule in app.url_map.iter_rules()}
    return [(address, endpoint, app.view_functions[endpoint]) for endpoint, address in rules.items()]


def test_every_view_names_its_permission(prepared_app):
    unnamed = [
        f"{endpoint} ({address}): put @needs(PERMISSION) of training/permissions.py under the route, or @open_to_all"
        for address, endpoint, view in views(prepared_app) if not getattr(view, "needs", None)
    ]
    assert not unnamed, "\n".join(unnamed)


def test_every_permission_named_is_in_the_table(prepared_app):
    strange = [
        f"{endpoint} needs {view.needs!r}: add a row to TABLE in training/permissions.py"
        for _, endpoint, view in views(prepared_app)
        if view.needs != "anyone" and view.needs not in permissions.TABLE
    ]
    assert not strange, "\n".join(strange)


def test_every_permission_has_its_row():
    assert set(permissions.TABLE) == KNOWN


@pytest.mark.parametrize("permission", sorted(permissions.TABLE))
def test_every_row_has_its_sentences(permission):
    rule = permissions.TABLE[permission]
    assert rule.allows.endswith(".") and rule.refusal.endswith(".") and rule.rows


def test_a_page_that_is_not_for_anyone_sends_strangers_to_the_door(app, client):
    for address, endpoint, view in views(app):
        reading = [rule for rule in app.url_map.iter_rules(endpoint) if "GET" in rule.methods and not rule.arguments]
        if view.needs != "anyone" and reading:
            answer = client.get(address, expect=303)
            assert answer.location.startswith("/sign-in"), address


def addresses(app, method):
    """One address for each rule that answers to `method`, with something in the place of every name."""
    for rule in app.url_map.iter_rules():
        if method in rule.methods:
            values = {name: 1 if "Integer" in type(part).__name__ else "x" for name, part in rule._converters.items()}
            yield rule.build(values)[1]


def test_no_form_is_believed_without_its_token(app, as_person, monkeypatch):
    browser = as_person("agnes")
    monkeypatch.setitem(app.config, "WTF_CSRF_ENABLED", True)
    believed = [
        address for address in addresses(app, "POST")
        if browser.post(address, data={"x": "y"}, expect=False, check=False).status_code != 400
    ]
    assert not believed, f"answered without csrf_token: {believed}"


def test_a_stranger_sends_nothing_that_is_not_for_anyone(app, client):
    for address in addresses(app, "POST"):
        endpoint = app.url_map.bind("localhost").match(address, method="POST")[0]
        if app.view_functions[endpoint].needs != "anyone":
            assert client.post(address, data={}, expect=303).location.startswith("/sign-in"), address
