"""Every package that we pin agrees to the oldest Python we promise: that of Debian 12."""

from importlib.metadata import distributions

from packaging.specifiers import SpecifierSet

DEBIAN_12 = "3.11.2"


def test_every_package_installs_on_the_python_of_debian_12():
    wanted = {each.name: SpecifierSet(each.metadata["Requires-Python"] or "") for each in distributions()}
    assert wanted and not {name for name, versions in wanted.items() if DEBIAN_12 not in versions}
