"""`python -m generator` is `cuttings`."""

import sys

from generator.cli import main

sys.exit(main())
