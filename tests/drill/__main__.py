"""`bin/drill [NAME [COUNT]]`: the long proofs, each with its own count unless another is given. Each prints what it
counted, and ends with an error as soon as one thing is not as it must be."""

import importlib
import sys

EVERY = {"races": 500, "kills": 200}


def main() -> None:
    wanted = sys.argv[1:] or list(EVERY)
    count = int(wanted.pop()) if len(wanted) > 1 and wanted[-1].isdecimal() else None
    if unknown := set(wanted) - set(EVERY):
        sys.exit(f"unknown: {', '.join(sorted(unknown))}\nusage: bin/drill [{' | '.join(EVERY)} [COUNT]]")
    for name in wanted:
        importlib.import_module(f"tests.drill.{name}").main(count or EVERY[name])


if __name__ == "__main__":
    main()
