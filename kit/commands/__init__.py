"""Commands: what `python -m kit` asks, reads and prints."""
