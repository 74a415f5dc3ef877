import { expect, it } from "vitest";
import {
  isCount,
  isId,
  isKnownName,
  isMoney,
  isOfMany,
  isOfTags,
  isOfThings,
  isRemark,
  isSummary,
  mayBeAnybodys,
  namedColumn,
  plainName,
  roleNamed,
  saysNeither,
  saysNoRating,
  scaleNamed,
} from "../../src/dataset/columns/columnNames.ts";

const ROLES = ["user", "item", "rating", "timestamp", "title", "year", "labels", "imdb", "tmdb"] as const;

it.each<[string, string]>([
  ["userId", "user user"],
  ["User ID", "user user"],
  ["user_md5", "user user"],
  ["USERNAME", "user user"],
  ["uid", "user user"],
  ["iid", "item item"],
  ["pid", "user user"],
  ["reviews.username", "none user"],
  ["rating_user", "none"],
  ["Identifiant de l'utilisateur", "none user"],
  ["user of the day", "none"],
  ["movieId", "item item"],
  ["movie_code", "item item"],
  ["prod_name", "title title"],
  ["title", "title title"],
  ["Movie (Year)", "year title year"],
  ["Title (English)", "none title"],
  ["Movie_Name_EN", "none title"],
  ["title_english", "none title"],
  ["Name of the movie", "none title"],
  ["the name", "none"],
  ["Rating", "rating rating"],
  ["Score /5", "rating rating"],
  ["Rating (1-10)", "rating rating"],
  ["rating_10", "rating rating"],
  ["reviews.rating", "rating rating"],
  ["rating_count", "none"],
  ["My Rating", "rating rating"],
  ["votes.value", "rating rating"],
  ["releaseYear.year", "none year"],
  ["Year (UTC)", "none year"],
  ["film_year", "year year"],
  ["timestamp:float", "timestamp timestamp"],
  ["item_id:token", "item item"],
  ["genres:token_seq", "labels labels"],
  ["review_date", "timestamp timestamp"],
  ["★", "rating rating"],
  ["⭐ / 5", "rating rating"],
  ["imdbId", "imdb imdb"],
  ["tmdb_id", "tmdb tmdb"],
  ["plays", "rating rating"],
  ["Movie(Year) ", "year title year"],
  ["My movie (2020)", "none"],
  ["Movie night (2020)", "none"],
  ["Movie (2020) count", "none"],
  ["Movie Name EN", "none title"],
  ["title_entry", "none"],
  ["my movie name_en", "none"],
  ["movie name list_en", "none"],
  ["stats.year.count", "none"],
  ["utilisateur", "user user"],
  ["review.username", "none user"],
  ["votes.username", "none user"],
  ["vote_username", "none user"],
  ["ratings.username", "none user"],
  ["rating_username", "none user"],
  ["author.username", "none user"],
  ["authorDetails.username", "none user"],
  ["author_details.username", "none user"],
  ["profile.username", "none user"],
  ["author_username", "none"],
  ["my_reviews.username", "none"],
  ["reviews.star", "rating rating"],
  ["reviews.count", "none"],
  ["Name of the movie:", "none title"],
  ["Name of the movie poster", "none"],
  ["ratings_5", "none"],
  ["ratings_10", "none"],
  ["ratings_5 stars", "rating rating"],
  ["Größe", "none"],
  ["", "none"],
])("%s", (name, expected) => {
  const named = ROLES.filter((role) => namedColumn(["", name], role) === 1);
  expect([roleNamed(name) ?? "none", ...named].join(" ")).toBe(expected);
});

it.each<[string, number | null]>([
  ["Score /5", 5],
  ["Rating (1-10)", 10],
  ["Rating (out of 7)", 7],
  ["Rating [1..5]", 5],
  ["rating_100", 100],
  ["Terningkast", 6],
  ["ratingTwenty", 20],
  ["Rating", null],
  ["Rating 3", null],
  ["Stars (0-5)", 5],
  ["note sur 20", 20],
  ["Score of 8 points", 8],
  ["Top 10 rating", null],
  ["-5 to 5", 5],
  ["5", 5],
])("%s says a scale", (name, scale) => {
  expect(scaleNamed(name)).toBe(scale);
});

it.each<[string, (name: string) => boolean, string[], string[]]>([
  [
    "saysNoRating",
    saysNoRating,
    ["price", "Unit Price", "userid", "age", "average", "day of week", "pages"],
    ["rating", "score"],
  ],
  ["saysNeither", saysNeither, ["location", "new_cases", "Platform", "total"], ["user", "title"]],
  ["isMoney", isMoney, ["Betrag", "amount paid"], ["my amount", "rating"]],
  ["mayBeAnybodys", mayBeAnybodys, ["iid", "pid"], ["uid", "id", "abid", "pidgin"]],
  [
    "isOfMany",
    isOfMany,
    [
      "Votes",
      "imdb votes",
      "vote_average",
      "num_ratings",
      "ratings count",
      "Average rating",
      "Anzahl der Bewertungen",
      "голосов",
    ],
    ["my votes"],
  ],
  [
    "isSummary",
    isSummary,
    ["Average", "Total", "Total: 10", "Total:10 ", "grand total", "User average", "Mean rating", "Итого"],
    ["total recall", "Total A1", "average of everything that was ever rated"],
  ],
  [
    "isRemark",
    isRemark,
    [
      "comment",
      "My comments",
      "comentario",
      "Commentaire",
      "review",
      "reviews",
      "Review text",
      "Message",
      "note",
      "Notes",
      "body",
    ],
    ["reviewer", "notebook", "commented"],
  ],
  [
    "isOfThings",
    isOfThings,
    ["Movie", "dish_id", "Car model", "id_film", "categories"],
    ["user", "filmography", "the movie"],
  ],
  ["isKnownName", isKnownName, ["user", "My Rating", "genres", "age"], ["foo", ""]],
  ["isId", isId, ["id", " ID "], ["uid", "idx"]],
  ["isCount", isCount, ["Hours", "play count", "weight"], ["rating"]],
  ["isOfTags", isOfTags, ["Directors", "plot keywords"], ["genre"]],
])("%s", (_, is, yes, no) => {
  expect([...yes, ...no].filter(is)).toEqual(yes);
});

it.each<[string, string]>([
  ["userId", "userid"],
  ["Größe (cm)", "grossecm"],
  ["genres:token_seq", "genres"],
  ["rating:float", "rating"],
  ["a:tokens", "atokens"],
  ["⭐ / 5", "stars"],
])("%s is plainly %s", (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

it("knows no names of features, and the first of a role's names before others", () => {
  expect(namedColumn(["feature"], "feature")).toBe(-1);
  expect(namedColumn(["reviewer", "user"], "user")).toBe(1);
  expect(namedColumn(["user_md5", "foo"], "user")).toBe(0);
});
