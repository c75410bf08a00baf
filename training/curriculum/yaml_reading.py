"""YAML as an author wrote it: values together with the line each key stands on. It never builds anything but plain
values, and refuses nesting and repeats (aliases) that no course needs."""

import dataclasses

import yaml

from training.core.problem import Problem
from training.curriculum.source import SourceFile

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEPTH_LIMIT = 12


@dataclasses.dataclass(frozen=True)
class Mapping:
    """`values` are plain; `lines` gives the line (in the whole file) of each key, nested ones as ("a", "b")."""

    values: dict
    lines: dict[tuple, int]

    def line(self, *keys) -> int | None:
        """The line of a key, or of the nearest one around it that has a line."""
        while keys and tuple(keys) not in self.lines:
            keys = keys[:-1]
        return self.lines.get(tuple(keys))


def read_mapping(source: SourceFile, text: str, first_line: int = 1) -> tuple[Mapping | None, list[Problem]]:
    """`text`, which starts at `first_line` of `source`, as keys with values. None when it is not YAML."""
    try:
        _refuse_mazes(text)
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
            values = {} if node is None else loader.construct_document(node)
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as wrong:
        return None, [_not_yaml(source, wrong, first_line)]
    if not isinstance(values, dict):
        return None, [source.problem("front.not-keys", first_line)]
    lines = dict(_key_lines(node, (), first_line)) if node is not None else {}
    return Mapping(values, lines), _repeated(source, node, first_line)


def _refuse_mazes(text):
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="alias", problem_mark=event.start_mark)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEPTH_LIMIT:
            raise yaml.MarkedYAMLError(problem="depth", problem_mark=event.start_mark)


def _key_lines(node, above, first_line):
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        name = (*above, str(key.value)) if isinstance(key, yaml.ScalarNode) else above
        yield name, key.start_mark.line + first_line
        yield from _key_lines(value, name, first_line)


def _repeated(source, node, first_line):
    seen, problems = set(), []
    for key, _ in node.value if node is not None else ():
        if isinstance(key, yaml.ScalarNode):
            if key.value in seen:
                line = key.start_mark.line + first_line
                problems.append(source.problem("front.repeated-key", line, mark=key.value, key=key.value))
            seen.add(key.value)
    return problems


def _not_yaml(source, wrong, first_line):
    mark = getattr(wrong, "problem_mark", None)
    line = min(first_line + mark.line, len(source.lines)) if mark else first_line
    columns = (mark.column, mark.column + 1) if mark else None
    return source.problem("front.not-yaml", line, mark=columns)
