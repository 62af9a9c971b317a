"""A slip of the hand is one report, at its cause, with the repair: what follows is not told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lint.lint_cases import found, lay_base, lint

LOANS, RETURNS, CASCADE, SOURCES = (
    "answers/prets.yaml", "answers/retours.yaml", "cascade.yaml", "sources.yaml",
)  # fmt: skip
SLIPS = [
    # A key under another name is not missing as well.
    (LOANS, "    short: Trois", "    shorts: Trois", f"{LOANS}:11:5 unknown-key"),
    (LOANS, "    short: Trois", "    Short: Trois", f"{LOANS}:11:5 unknown-key"),
    (LOANS, "    short: Trois", "    short\u00a0: Trois", f"{LOANS}:11:5 unknown-key"),
    (LOANS, "{ref: reglement, ", "{ref:reglement, ", f"{LOANS}:20:16 unknown-key"),
    (RETURNS, "answers:", "terms:", f"{RETURNS}:2:1 unknown-key"),
    # Two entries that run into one: each key of the second comes again.
    (RETURNS, "  - id: albums-classe", "    id: albums-classe", f"{RETURNS}:10:5 duplicate-key"),
    (LOANS, "  - id: emprunt-audiovisuel", "    id: emprunt-duree", f"{LOANS}:25:5 duplicate-key"),
    # What has lost its id leads nowhere, and cannot be lead to.
    (LOANS, "  - id: emprunt-audiovisuel\n    question", "  - question",
     f"{LOANS}:25:5 missing-key"),
    (LOANS, "see_also: [retard-penalite]", "see_also: retard-penalites",
     f"{LOANS}:22:15 wrong-type"),
    (CASCADE, "{id: jeu, label", "{id: disque, label", f"{CASCADE}:19:14 duplicate-id"),
    (CASCADE, "- {id: jeu, label: Jeu de société, family: Audiovisuel et jeux}", "- jeu",
     f"{CASCADE}:19:9 wrong-type"),
    # What the cascade never offers is its mistake, not that of the answers.
    (CASCADE, "under: {public: [jeunesse, collectivite]}", "under: {demarche: [rendre]}",
     f"{CASCADE}:28:17 impossible-parent"),
    # Of two spellings, the rarer is the slip.
    (CASCADE, "{id: livre, label: Livre}\n      - {id: disque, label: Disque,",
     "{id: livre, label: Livre, family: Audiovisuels et jeux}\n      - {id: disque, label: Disque,",
     f"{CASCADE}:17:43 split-family"),
]  # fmt: skip


REPAIRS = [
    # Keys.
    (LOANS, "short: Trois", "réponse: Trois", "« short »"),
    (LOANS, "short: Trois", "shrt: Trois", "« short »"),
    (LOANS, "short: Trois", "short\u00a0: Trois", "« short: »"),
    (LOANS, "{ref: reglement, ", "{ref:reglement, ", "« ref: reglement »"),
    (LOANS, "    short: Trois", "    annexe: all\n    short: Trois", "« applies »"),
    (LOANS, "    short: Trois", "    family: a\n    short: Trois", "d'une option"),
    (LOANS, "      help: Une", "      text: Une", "d'une option de question"),
    (RETURNS, "answers:", "terms:", "glossary.yaml"),
    (LOANS, "short: Trois semaines.\n", "caveat: Non.\n", "« short: … »"),
    (CASCADE, "{id: livre, label: Livre}", "{id: livre}", "« label: … » entre les accolades"),
    # Shapes.
    (LOANS, "[retard-penalite]", "retard-penalite", "« see_also: [retard-penalite] »"),
    (LOANS, "      - ref: reglement\n", "        ref: reglement\n", "« ref »"),
    (LOANS, "    body: |", "    body:", "« body: »"),
    (LOANS, "[fonds], answer:", "[fonds], follow_up:", "« answer: emprunt-duree »"),
    # Values.
    (LOANS, "read_on: 2026-01-15", "read_on: 15 janvier 2026", "« 2026-01-15 »"),
    (CASCADE, "asked: false", "asked: non", "« false » (non)"),
    (LOANS, "public: all", "public: tous", "« all »"),
    (LOANS, "[emprunter, reserver]", "emprunter, reserver", "« demarche: [emprunter, reserver] »"),
    (LOANS, "[emprunter, reserver]", "[emprunter reserver]", "« demarche: [emprunter, reserver] »"),
    (LOANS, "[emprunter, reserver]", "{emprunter, reserver}", "« [emprunter, reserver] »"),
    (LOANS, "[emprunter, reserver]", "[emprunter, jeu]", "« support »"),
    (CASCADE, "under: {support: [livre]}", "under: livre", "« {support: [livre]} »"),
    (LOANS, "    caveat:", "    lint: {ignore: [doubled-wrod], reason: Oui.}\n    caveat:",
     "« doubled-word »"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "repair"), REPAIRS)
def test_the_repair_is_told(file: str, old: str, new: str, repair: str, tmp_path: Path) -> None:
    problems = lint(changed(tmp_path, file, lambda text: text.replace(old, new, 1))).problems
    hints = [problem.hint.replace("\u00a0", " ") for problem in problems]
    assert any(repair in hint for hint in hints), hints


@pytest.mark.parametrize(("file", "old", "new", "report"), SLIPS)
def test_one_report(file: str, old: str, new: str, report: str, tmp_path: Path) -> None:
    assert found(changed(tmp_path, file, lambda text: text.replace(old, new, 1))) == [report]


def test_levels_that_an_option_would_bring_are_not_needless(tmp_path: Path) -> None:
    """No adult is lent an album: that books are cited in vain is the cause, not the shelf."""
    old, new = "[collectivite], support: [livre]", "[adulte], support: [livre, jeu]"
    reports = found(changed(tmp_path, RETURNS, lambda text: text.replace(old, new, 1)))
    assert f"{RETURNS}:12:43 outside-parent" in reports
    assert not any("unneeded-level" in report for report in reports)


def test_no_sources_at_all_is_told_once(tmp_path: Path) -> None:
    directory = lay_base(tmp_path)
    (directory / SOURCES).unlink()
    assert found(directory) == [f"{LOANS}:20:21 unknown-source"]


def test_levels_needless_for_one_reason_are_told_together(tmp_path: Path) -> None:
    """Beside « rayon », another level that is asked under « livre » only."""
    directory = changed(
        tmp_path,
        CASCADE,
        lambda text: text.replace(
            "  - id: demarche",
            "  - id: format\n    question: Votre question concerne quel format ?\n"
            "    under: {support: [livre]}\n    options:\n      - {id: poche, label: Poche}\n"
            "      - {id: broche, label: Broché}\n  - id: demarche",
            1,
        ),
    )
    file = directory / LOANS
    needless = "support: [audiovisuel]\n      rayon: all\n      format: all"
    file.write_text(file.read_text("utf-8").replace("support: [audiovisuel]", needless), "utf-8")
    problems = [p for p in lint(directory).problems if p.code == "unneeded-level"]
    assert [problem.place.line for problem in problems] == [30]
    assert "format" in problems[0].message


def test_a_renamed_level_is_told_where_it_is_cited_with_its_new_name(tmp_path: Path) -> None:
    directory = changed(
        tmp_path, CASCADE, lambda text: text.replace("- id: annexe", "- id: antenne")
    )
    file = directory / RETURNS
    entry = file.read_text("utf-8").partition("  - id: retard-penalite\n")[2].partition("\n\n")[0]
    file.write_text(f"{file.read_text('utf-8')}\n  - id: autre\n{entry}\n", "utf-8")
    problems = lint(directory).problems
    assert {problem.code for problem in problems} >= {"unknown-level"}
    unknown = [problem for problem in problems if problem.code == "unknown-level"]
    assert len(unknown) == 5
    assert all("« antenne »" in p.hint.replace("\u00a0", " ") for p in unknown)
    assert all("cascade.yaml" in problem.hint for problem in unknown)


def changed(tmp_path: Path, file: str, change: Callable[[str], str]) -> Path:
    """Give the healthy corpus with one file changed."""
    directory = lay_base(tmp_path)
    before = (directory / file).read_text("utf-8")
    after = change(before)
    assert after != before
    (directory / file).write_text(after, "utf-8")
    return directory
