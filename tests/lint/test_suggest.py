"""The spelling proposed in a hint, among few candidates and among thousands."""

import time

import pytest

from segur_faq.lint.suggest import speller

SUBJECTS = ("certificat", "financement", "dossier", "messagerie", "annuaire")
IDS = [f"{subject}-{number}-pour-le-dmp" for subject in SUBJECTS for number in range(2_000)]


@pytest.mark.parametrize("many", [False, True], ids=["few", "many"])
@pytest.mark.parametrize(
    "wrong",
    [
        "retard-penalites",
        "Retard_Pénalité",
        "retrad-penalite",
        "retard",
        "penalite",
        "etard-penalite",
    ],
)
def test_the_nearest_spelling_is_proposed(wrong: str, many: bool) -> None:
    advise = speller(["emprunt-duree", "retard-penalite", *(IDS if many else [])], "rien")
    assert "« retard-penalite »" in advise(wrong)


@pytest.mark.parametrize("many", [False, True], ids=["few", "many"])
@pytest.mark.parametrize("wrong", ["zzz", "é", "", "日本"])
def test_nothing_is_proposed_when_nothing_is_near(wrong: str, many: bool) -> None:
    assert speller(["emprunt-duree", *(IDS if many else [])], "rien")(wrong) == "rien"


def test_many_mistakes_among_many_ids_take_no_time() -> None:
    advise = speller(IDS, "rien")
    start = time.process_time()
    found = [advise(f"{subject}s-{n}-pour-dmp") for subject in SUBJECTS for n in range(4)]
    assert time.process_time() - start < 3
    assert "rien" not in found
