"""What a browser makes of a page."""

from __future__ import annotations

import subprocess

import pytest


@pytest.fixture
def drawn_dom():
    def dom(chromium, path):
        command = [
            str(chromium),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--virtual-time-budget=5000",
            f"--user-data-dir={path.parent / 'profile'}",
            "--dump-dom",
            path.as_uri(),
        ]
        answer = subprocess.run(command, capture_output=True, check=True, timeout=60)
        return answer.stdout.decode()

    return dom
