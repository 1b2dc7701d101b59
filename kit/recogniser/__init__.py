"""Recognisers that learned from annotated news: names that stand in no table."""
