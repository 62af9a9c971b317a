"""Finding answers by words: what a query means, and which answers come closest to it."""
