"""Making only what must be made: what a piece of work looked at is noted, kept, and asked again in the next run."""
