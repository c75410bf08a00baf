"""Forms as a browser sends them: what the page holds, with the answers a person adds."""

import html5lib

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def form_in(page: str, action: str) -> dict:
    """The fields of the form whose action ends with `action`, with their present values."""
    tree = html5lib.parse(page)
    for form in tree.iter(f"{NAMESPACE}form"):
        if (form.get("action") or "").split("#")[0].endswith(action):
            return fields_of(form)
    actions = [form.get("action") for form in tree.iter(f"{NAMESPACE}form")]
    raise AssertionError(f"no form to {action}; there are {actions}")


def fields_of(form) -> dict:
    fields = {}
    for element in form.iter():
        tag, name = str(element.tag).removeprefix(NAMESPACE), element.get("name")
        if name is None or element.get("disabled") is not None:
            continue
        if tag == "textarea":
            fields[name] = "".join(element.itertext()).lstrip("\n")
        elif tag == "select":
            options = list(element.iter(f"{NAMESPACE}option"))
            chosen = next((one for one in options if one.get("selected") is not None), options[0])
            fields[name] = chosen.get("value", "")
        elif tag == "input" and element.get("type") not in ("radio", "checkbox", "submit"):
            fields[name] = element.get("value", "")
        elif tag == "input" and element.get("checked") is not None:
            fields[name] = element.get("value", "on")
    return fields


def choice(page: str, words: str) -> str:
    """The value of the radio or tick whose label begins with `words`."""
    tree = html5lib.parse(page)
    labels = {label.get("for"): "".join(label.itertext()).strip() for label in tree.iter(f"{NAMESPACE}label")}
    for element in tree.iter(f"{NAMESPACE}input"):
        if labels.get(element.get("id"), "").startswith(words):
            return element.get("value")
    raise AssertionError(f"no choice {words!r}; there are {sorted(filter(None, labels.values()))}")
