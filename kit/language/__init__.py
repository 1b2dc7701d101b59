"""Arabic as strings: normal forms, tokens with offsets, proclitics, sentences.

Nothing here knows what an article, a country or an actor is.
Everything that is matched, searched or counted stands on these four modules.
"""
