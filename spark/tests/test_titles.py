import pytest

from matinee_spark.titles import plain_title


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("City of Lost Children, The (Cité des enfants perdus, La) (1995)", "The City of Lost Children (1995)"),
        ("Avventura, L' (Adventure, The) (1960)", "L'Avventura (1960)"),
        ("Heat (1995)", "Heat (1995)"),
        ("Dr. Strangelove or: (How I Learned) (1964)", "Dr. Strangelove or: (How I Learned) (1964)"),
        ("One, Two, Three", "One, Two, Three"),
        ("The Office (2005–2013)", "The Office (2005)"),
    ],
)
def test_titles_are_those_of_matinee_train(written: str, plain: str) -> None:
    assert plain_title(written) == plain
