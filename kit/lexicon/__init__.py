"""What can be named: countries, places, actors, the heads of bodies, titles.

Tables under ``kit/data`` and rules of Arabic become forms; forms become one index that
finding walks through. Nothing here reads an article.
"""
