"""The engines of camel-tools that need more than the kit brings, each opt-in.

:mod:`kit.camel.ner` recognises names with a BERT model; it needs the extra ``neural``.
:mod:`kit.camel.morphology` analyses words with a database; it needs no extra package.
Both need data that is downloaded once, on request, and never by the kit itself.
"""
