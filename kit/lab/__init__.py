"""``python -m kit lab``: JupyterLab opens and the first notebook has already run.

A researcher should see the article counted and drawn, not a page of code waiting for
Run All. So the notebook is run before the browser opens it: the server starts, a
session for the notebook is created as JupyterLab itself would, its cells are executed
in that session's kernel and their outputs written into the notebook. JupyterLab then
finds a running session for the file, attaches to it, and the widgets on the page are
alive.

What is opened is a working copy in ``workspace/``, beside ``notebooks/`` so that
``"../seeds"`` holds in both. A copy the researcher has changed is never overwritten.

``python -m kit app`` (``kit.lab.app``) serves the same screen as a page without a cell.
"""

from kit.lab.command import main

__all__ = ["main"]
