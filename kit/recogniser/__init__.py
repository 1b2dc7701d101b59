"""The learned recogniser: persons, organisations and places that no table lists.

A small neural network that was trained where torch is, and runs with numpy alone.
What it learned from, and how well it does, stands in ``kit/data/recogniser.md``.
"""
