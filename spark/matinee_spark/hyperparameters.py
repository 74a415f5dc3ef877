from dataclasses import dataclass

#: Penalties apply at every step: beyond this many likes each takes less, so that an epoch takes what it takes here.
_MOST_LIKES_AT_FULL_PENALTY = 300_000


@dataclass(frozen=True)
class Hyperparameters:
    """LightFM's hyperparameters; the defaults are those of `src/model/recommended.ts`."""

    no_components: int = 32
    loss: str = "warp"
    learning_schedule: str = "adagrad"
    learning_rate: float = 0.025
    rho: float = 0.95
    epsilon: float = 1e-6
    item_alpha: float = 1e-4
    user_alpha: float = 4e-4
    max_sampled: int = 100
    k: int = 5
    n: int = 10
    seed: int = 0

    @staticmethod
    def recommended(likes: int, **chosen: int | float | str) -> "Hyperparameters":
        """The defaults with the penalties for this many likes, as in `recommendedFor`."""
        share = min(1.0, _MOST_LIKES_AT_FULL_PENALTY / max(1, likes))
        defaults = Hyperparameters()
        penalties = {"item_alpha": share * defaults.item_alpha, "user_alpha": share * defaults.user_alpha}
        return Hyperparameters(**{**penalties, **chosen})


@dataclass(frozen=True)
class Loss:
    """What sets one loss apart, as in `src/model/losses.ts`."""

    kernel: str
    #: Whether an epoch visits likes alone.
    likes_only: bool
    #: Whether positives are drawn from all items that a user knows.
    draws_positives: bool
    #: Whether negatives are drawn from the items of the interactions.
    draws_interactions: bool


LOSSES = {
    "warp": Loss("warp", likes_only=True, draws_positives=False, draws_interactions=False),
    "warp-kos": Loss("warpKos", likes_only=False, draws_positives=True, draws_interactions=False),
    "bpr": Loss("bpr", likes_only=True, draws_positives=False, draws_interactions=True),
    "logistic": Loss("logistic", likes_only=False, draws_positives=False, draws_interactions=False),
}
