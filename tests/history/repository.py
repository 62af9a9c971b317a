"""A Git repository with two states of a corpus, made for a test and read by nobody else."""

import os
import subprocess
from pathlib import Path

NEUTRAL = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Une personne",
    "GIT_AUTHOR_EMAIL": "personne@exemple.fr",
    "GIT_COMMITTER_NAME": "Une personne",
    "GIT_COMMITTER_EMAIL": "personne@exemple.fr",
}


def git(folder: Path, *arguments: str) -> str:
    """Run Git without this machine's settings."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | NEUTRAL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def commit_all(folder: Path, message: str = "Un état") -> str:
    """Make a commit of all that is there; give its name."""
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--no-verify", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def start(folder: Path) -> None:
    """Make a folder a repository."""
    git(folder, "init", "--quiet", "--initial-branch", "main")
