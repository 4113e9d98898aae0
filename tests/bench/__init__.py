"""What the program costs: benchmarks, and the corpus that they are run on."""
