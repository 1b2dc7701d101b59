"""Articles: files in, texts with their parts out, and a report of what was not read."""
