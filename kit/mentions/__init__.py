"""Finding mentions: who is named where, and why the kit thinks so."""
