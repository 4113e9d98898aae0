"""Trust: hostile documents in numbers; short forms run with the tests, `python -m tests.trust` runs the long ones."""
