import re

_DATED = re.compile(r"^(.*\S)\s*[(\[](\d{4})(?:\s?[-–—]\s?(?:\d{4})?\s?)?[)\]]$", re.DOTALL)
_GOES_ON = re.compile(r"^(and|or)\b", re.IGNORECASE)
_OR = re.compile(r"\bor:?\s$", re.IGNORECASE)
_ARTICLES = set(
    "the a an le la les l' un une il lo i gli der die das ein eine el los las en ett det den de da o os".split()
)


def plain_title(text: str) -> str:
    """
    A title with its article in front and without other titles, as `matinee train` saves it: "City of Lost Children, The
    (Cité des enfants perdus, La) (1995)" is "The City of Lost Children (1995)" (`src/dataset/cells/title.ts`).
    """
    whole = text.strip()
    dated = _DATED.match(whole)
    title = dated[1] if dated else whole
    while (start := _last_group(title)) > 0:
        title = title[:start].rstrip()
    title = _article_in_front(title)
    return f"{title} ({dated[2]})" if dated else title


def _last_group(title: str) -> int:
    """Where a group in brackets begins that ends the title and is not part of it; -1 where there is none."""
    if not title.endswith(")"):
        return -1
    depth, start = 1, len(title) - 1
    while depth > 0 and start > 0:
        start -= 1
        depth += {")": 1, "(": -1}.get(title[start], 0)
    before, group = title[:start], title[start + 1 : -1]
    goes_on = _GOES_ON.search(group) or _OR.search(before)
    is_group = depth == 0 and re.search(r"\S\s$", before) and group.strip() and not goes_on
    return start if is_group else -1


def _article_in_front(title: str) -> str:
    rest, comma, article = title.rpartition(", ")
    article = article.strip().replace("’", "'")
    if not comma or not rest or article.lower() not in _ARTICLES:
        return title.strip()
    return f"{article}{'' if article.endswith(chr(39)) else ' '}{rest.strip()}"
