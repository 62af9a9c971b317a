"""Values -> text. One module per format; none of them writes to a stream."""
