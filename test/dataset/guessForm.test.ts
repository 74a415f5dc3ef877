import { expect, it } from "vitest";
import { guessForm } from "../../src/dataset/columns/guessForm.ts";
import { headOf } from "../support/headOf.ts";

it.each<[string, string, string]>([
  [
    "MovieLens",
    "userId|movieId|rating|timestamp / 1|10|4|964982703 / 1|11|5|964981247 / 2|10|3|964982224",
    "ratings: user|item|rating|timestamp",
  ],
  [
    "MovieLens without a header",
    "1|10|4|964982703 / 1|11|5|964981247 / 2|10|3|964982224 / 2|12|4|964982931",
    "ratings, no header: user|item|rating|timestamp",
  ],
  [
    "its films",
    "movieId|title|genres / 1|Heat (1995)|Crime|Drama / 2|Jaws (1975)|Horror",
    "items: item|title|labels|unused",
  ],
  ["its links", "movieId|imdbId|tmdbId / 1|0114709|862 / 2|0113497|8844", "links: item|imdb|tmdb"],
  [
    "its tags",
    "userId|movieId|tag|timestamp / 1|10|funny|964982703 / 2|10|dark|964982703",
    "ratings: user|item|unused|timestamp",
  ],
  [
    "its users",
    "userId|gender|age|occupation / 1|F|18|student / 2|M|25|artist / 3|F|25|student / 4|M|30|artist",
    "users: user|feature|age|feature",
  ],
  ["names of users", "userId|name / 1|Ann / 2|Bob / 3|Cid", "users: user|unused"],
  ["users with a rating", "userId|name|rating / 1|Ann|4 / 2|Bob|3 / 3|Cid|5", "ratings: user|item|rating"],
  [
    "words above numbers",
    "who knows|what ever|how so / 1|10|4 / 1|11|5 / 2|10|3",
    "ratings: user|item|rating",
  ],
  ["a number above numbers", "1|10|4 / 1|11|5 / 2|10|3", "ratings, no header: user|item|rating"],
  ["numbered by pandas", "0|1|2 / 1|10|4 / 1|11|5 / 2|10|3", "ratings: user|item|rating"],
  [
    "a name that comes again",
    "Friend|Heat|4 / Friend|Jaws|5 / Ann|Heat|3 / Bob|Jaws|2",
    "ratings, no header: user|item|rating",
  ],
  [
    "sessions beside users who are none",
    "sessionId|userId|itemId / s1||10 / s1||11 / s2||10",
    "ratings: user|unused|item",
  ],
  [
    "rows that are numbered as users",
    "uid|profile|item|score / 1|ann|10|4 / 2|ann|11|5 / 3|bob|10|3",
    "ratings: unused|user|item|rating",
  ],
  ["iid and pid", "pid|iid|rating / 1|10|4 / 1|11|5 / 2|10|3", "ratings: user|item|rating"],
  ["iid in front of pid", "iid|pid|rating / 1|10|4 / 1|11|5 / 2|10|3", "ratings: user|item|rating"],
  [
    "tracks and artists",
    "user|track_uri|artist_name|track_name / 1|t1|Abba|Waterloo / 1|t2|Abba|SOS / 2|t1|Abba|Waterloo",
    "ratings: user|item|unused|title",
  ],
  [
    "a rating that never changes beside hours",
    "user|game|rating|hours / 1|10|1|7 / 1|11|1|8 / 2|10|1|3",
    "ratings, counts: user|item|unused|rating",
  ],
  ["events", "user|item|event / 1|10|view / 1|11|purchase / 2|10|view", "ratings, events: user|item|rating"],
  ["hours", "user|game|hours / 1|10|7 / 1|11|8 / 2|10|3", "ratings, counts: user|item|rating"],
  [
    "IMDb's number as item",
    "user|imdb_id|rating / 1|tt10|4 / 1|tt11|5 / 2|tt10|3",
    "ratings: user|item|rating",
  ],
  ["IMDb's number beside an id", "id|imdb_id|title / 1|tt10|Heat / 2|tt11|Jaws", "items: item|imdb|title"],
  [
    "a number of another service",
    "MAL_ID|title|score / 1|Heat|8 / 2|Jaws|7 / 3|Ran|6",
    "items: item|title|unused",
  ],
  [
    "things with averages",
    "uid|title|votes|score / 1|Heat|400|8.1 / 2|Jaws|300|7.1 / 3|Ran|200|6.2",
    "items: item|title|unused|unused",
  ],
  ["averages without titles", "item|votes|rating / 1|400|8.1 / 2|300|7.1", "items: item|unused|unused"],
  [
    "things with an id of their own",
    "id|artist_id|title|genre / 1|7|Heat|a / 2|7|Jaws|b / 3|8|Ran|c",
    "items: item|unused|title|labels",
  ],
  [
    "flags",
    "movieId|title|Action|Drama|Odd / 1|Heat|1|0|0 / 2|Jaws|0|1|0",
    "items: item|title|flag|flag|unused",
  ],
  [
    "labels and many words",
    "movieId|title|genres|studio / 1|Heat|a|Fox / 2|Jaws|b|Fox / 3|Ran|a|Toho / 4|Big|b|Toho",
    "items: item|title|labels|feature",
  ],
  [
    "slashes",
    "movieId|title|genres / 1|Heat|Crime/Drama / 2|Jaws|Horror",
    "items: item|title|labels slashed",
  ],
  [
    "slashes within bars",
    "movieId|title|genres / 1|Heat|Sci-Fi/Fantasy;Drama / 2|Jaws|Horror",
    "items: item|title|labels",
  ],
  [
    "RecBole's spaces",
    "item_id:token|title:token_seq|class:token_seq / 1|Heat|Crime Drama / 2|Jaws|Horror",
    "items: item|title|labels spaced",
  ],
  [
    "directors",
    "movieId|title|genres|director / 1|Heat|a|Mann / 2|Jaws|b|Spielberg",
    "items: item|title|labels|tags",
  ],
  [
    "a variable",
    "Name|variable|value / Ann|Heat|4 / Ann|Jaws|5 / Bob|Heat|3 / Bob|Jaws|1",
    "ratings: user|item|rating",
  ],
  [
    "an author",
    "title|author|rating / Heat|ann|4 / Heat|bob|5 / Jaws|ann|3 / Jaws|cid|1",
    "ratings: item|user|rating",
  ],
  [
    "an id of who rated",
    "ID|title|rating / 1|Heat|4 / 1|Jaws|5 / 2|Heat|3 / 2|Jaws|1",
    "ratings: user|item|rating",
  ],
  [
    "a name of who rated",
    "name|title|rating / Ann|Heat|4 / Ann|Jaws|5 / Bob|Heat|3 / Bob|Jaws|1",
    "ratings: user|item|rating",
  ],
  [
    "each matter of a thing",
    "a1|b1|x|4 / a1|b1|y|5 / a1|b1|z|3 / a2|b1|x|3 / a2|b1|y|3 / a2|b1|z|4",
    "ratings, no header: user|unused|item|rating",
  ],
  ["nothing", "a|b / c|d", "ratings, no header: unused|unused"],
])("%s", (_, table, expected) => {
  const { kind, hasHeader, columns, ratings } = guessForm(headOf(table));
  const roles = columns.map(
    ({ role, isSpaced, isSlashed }) => `${role}${isSpaced ? " spaced" : ""}${isSlashed ? " slashed" : ""}`,
  );
  expect(`${kind}${hasHeader ? "" : ", no header"}${ratings ? `, ${ratings}` : ""}: ${roles.join("|")}`).toBe(
    expected,
  );
});
