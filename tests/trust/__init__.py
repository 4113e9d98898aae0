"""Trust: hostile documents in numbers; short forms run with the tests, `python -m tests.trust` runs the long ones."""

import sys
from pathlib import Path

TESTS = str(Path(__file__).parent.parent)
if TESTS not in sys.path:  # the texts of other tests are used, which pytest finds by itself
    sys.path.append(TESTS)
