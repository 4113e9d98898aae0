"""Evaluation: how well the program does on labelled documents, with floors under which no measure may fall.

Each measure is a module `measure_<name>.py` with

- `own()`, which yields the scores on the project's own documents in `documents/`,
- and, where there is development data for it, `shared(folder)`, which yields those on that data.

A score is a number from 0 to 1, higher is better. `python -m tests.evaluation` prints the table, with `--faults` what
was missed and what was wrong.
"""
