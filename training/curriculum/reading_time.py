"""How long a text takes to read, counted in words."""

import re

WORDS_WELCOME = 700
WORDS_LIMIT = 900
MINUTES_LIMIT = 20

_NOT_WORDS = re.compile(
    r"<!--.{0,500}?-->|\{\{%.{0,100}?%\}\}|\]\([^)\n]{0,500}\)|\[\^[^\]\n]{1,80}\]:?|<[^>\n]{1,500}>|\{[:#.][^}\n]{0,200}\}",
    re.DOTALL,
)
_MARKER = re.compile(r"\{\{(?!%)[^{}|\n]{0,100}\|?([^{}\n]{0,200})\}\}")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def count_words(prose: str) -> int:
    """The words a reader reads: addresses, comments, marks and footnote numbers do not count; "pelan-pelan" is one."""
    return len(_WORD.findall(_NOT_WORDS.sub(" ", _MARKER.sub(lambda m: m[1] or "x", prose))))
