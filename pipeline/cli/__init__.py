"""The command line."""

import sys

from pipeline.cli.group import matters


def main() -> None:
    """Run `matters`. Exit codes: 0 done, 1 a finding or a failure, 2 a wrong use of the command."""
    sys.exit(matters(standalone_mode=True))
