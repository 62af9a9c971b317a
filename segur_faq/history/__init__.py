"""What changed between two states of a corpus, in its answers and in what its paths show."""
