import type { KindCase } from "./KindCase.ts";
import {
  ITEMS,
  LIKES,
  lines,
  RATINGS,
  ratingBy,
  SAME,
  TITLED,
  TITLES,
  titleOf,
  USERS,
  WHOLE,
} from "./sample.ts";

const WORDS = ["Hated it", "Disliked it", "Meh", "Liked it", "Loved it"];
const FILMS = [501, 502, 503, 504, 505, 506, 507, 508];
const own = (stars: number[]) => ({ own: { found: 3, confirm: 0, stars } });

/** Ratings in words, hearts and on scales that are not out of 5 or 10. */
export const SCALE_CASES: readonly KindCase[] = [
  {
    name: "many people's points of up to 3",
    files: {
      "r.csv": lines("userId,movieId,rating", ({ user, item, rating }) =>
        [user, item, Math.ceil(rating * 0.6)].join(","),
      ),
    },
    right: { dataset: { ...WHOLE, says: "above 3.*only 3 counts" } },
  },
  {
    name: "five words under a name that says nothing",
    files: {
      "opinions.csv": lines(
        "user,movie,opinion",
        ({ user, item, rating }) => `${user},${item},${WORDS[rating - 1]}`,
      ),
    },
    right: { dataset: { ...WHOLE, likes: LIKES, says: "hated it 1, disliked it 2, meh 3" } },
  },
  {
    name: "five words in German",
    files: {
      "umfrage.csv": lines("Nutzer;Film;Bewertung", (one) =>
        [
          one.user,
          titleOf(one),
          ["sehr schlecht", "schlecht", "mittel", "gut", "sehr gut"][one.rating - 1],
        ].join(";"),
      ),
    },
    right: TITLED,
  },
  {
    name: "a form's questions, answered in words",
    files: {
      "responses.csv": [
        ["Timestamp", "Your name", ...FILMS.map((item) => `How was it? [${titleOf({ item })}]`)].join(","),
        ...USERS.map((user) =>
          [
            `3/${user}/2024 14:05:11`,
            `Person ${user}`,
            ...FILMS.map((item) => WORDS[(ratingBy(user, item) ?? 9) - 1] ?? "Haven't seen it"),
          ].join(","),
        ),
      ].join("\n"),
    },
    right: TITLED,
  },
  {
    name: "hearts",
    files: {
      "hearts.csv": lines(
        "user,item,hearts",
        ({ user, item, rating }) => `${user},${item},${"❤️".repeat(rating)}`,
      ),
    },
    right: SAME,
  },
  {
    name: "points with words behind them",
    files: {
      "r.csv": lines(
        "user,item,answer",
        ({ user, item, rating }) => `${user},${item},${rating} - ${WORDS[rating - 1]}`,
      ),
    },
    right: SAME,
  },
  {
    name: "school grades, of which 1 is the best",
    files: { "noten.csv": "Titel;Jahr;Schulnote\nHeat;1995;1\nJaws;1975;2-\nFargo;1996;6\n" },
    right: own([5, 4, 1]),
  },
  {
    name: "grades of many",
    files: {
      "noten.csv": lines("Nutzer;Film;Schulnote", (one) => `${one.user};${titleOf(one)};${6 - one.rating}`),
    },
    right: {
      dataset: { ...WHOLE, likes: RATINGS.filter(({ rating }) => rating >= 3).length, says: "1 is the best" },
    },
  },
  {
    name: "a matrix of grades whose corner says so",
    files: {
      "noten.csv": `Schulnoten,${ITEMS.map((item) => TITLES.get(item)).join(",")}\n${USERS.map((user) =>
        [`Kind ${user}`, ...ITEMS.map((item) => 6 - (ratingBy(user, item) ?? 6) || "")].join(","),
      ).join("\n")}\n`,
    },
    right: { dataset: { ...WHOLE, likes: LIKES, says: "1 is the best" } },
  },
  {
    name: "255 among points of 5 is none",
    files: {
      "ratings.csv": lines(
        "user,item,rating",
        (one, i) => `${one.user},${one.item},${i % 9 ? one.rating : 255}`,
      ),
    },
    right: { dataset: { users: 10, items: 8, says: "are 255, taken as not rated" } },
  },
  {
    name: 'a German "Note" of 1 to 6',
    files: { "filme.csv": "Titel;Jahr;Note\nHeat;1995;1\nJaws;1975;2\nFargo;1996;6\n" },
    right: { asks: "which is the best" },
  },
  {
    name: 'a German "Note" of 1 to 6, of which 6 is said to be the best',
    files: { "filme.csv": "Titel;Jahr;Note\nHeat;1995;6\nJaws;1975;3\nFargo;1996;1\n" },
    answers: { "grades:filme.csv": "best last" },
    right: own([3, 1.5, 0.5]),
  },
  {
    name: "one's own films in words",
    files: { "films.csv": "Title,Year,Verdict\nHeat,1995,Loved it\nJaws,1975,ok\nFargo,1996,terrible\n" },
    right: own([5, 3, 1]),
  },
  {
    name: "one's own films in hearts",
    files: { "films.csv": "Film,Year,Score\nHeat,1995,♥♥♥♥♥\nJaws,1975,♥♥♥♡♡\nFargo,1996,♥♡♡♡♡\n" },
    right: own([5, 3, 1]),
  },
  {
    name: "one's own films out of 7",
    files: { "films.csv": "Title,Year,Rating (1-7)\nHeat,1995,7\nJaws,1975,4\nFargo,1996,1\n" },
    right: own([5, 3, 0.5]),
  },
  {
    name: "one's own films out of 4 stars",
    files: { "films.csv": "Title,Year,Stars (out of 4)\nHeat,1995,4\nJaws,1975,2\nFargo,1996,3.5\n" },
    right: own([5, 2.5, 4.5]),
  },
  {
    name: "one's own films from −5 to 5",
    files: { "films.csv": "Title,Year,Score (-5 to 5)\nHeat,1995,5\nJaws,1975,-2\nFargo,1996,-5\n" },
    right: own([5, 1.5, 0.5]),
  },
  {
    name: "a matrix of stars is nobody's own list",
    files: {
      "club.csv": [
        ["Name", ...FILMS.map((item) => titleOf({ item }))].join(","),
        ...USERS.map((user) =>
          [`P. ${user}`, ...FILMS.map((item) => "★".repeat(ratingBy(user, item) ?? 0))].join(","),
        ),
      ].join("\n"),
    },
    right: [TITLED, { asks: "rows" }],
  },
  {
    name: "three people's points beside titles",
    files: {
      "familie.csv": "Film,Jahr,Mama,Papa,Lena\nHeat,1995,10,3,7\nJaws,1975,4,9,8\nFargo,1996,6,5,2\n",
    },
    right: { asks: "yours" },
  },
  {
    name: "two columns of ratings in numbered names",
    files: {
      "both.csv":
        "film,year,person1,rating1,person2,rating2\nHeat,1995,Ann,5,Bob,2\nJaws,1975,Ann,3,Bob,4\nFargo,1996,Ann,1,Bob,5\n",
    },
    right: { asks: "yours" },
  },
  {
    name: "hours are no ratings of one's own games",
    files: { "steam.csv": "game,id,hours\nHalf-Life 2,220,41.2\nPortal,400,7.5\nDota 2,570,1204.3\n" },
    right: { refused: "." },
  },
  {
    name: "albums are not films of the same name",
    files: {
      "albums.csv":
        "Title,Artist,Rating\nHeat,Perfume Genius,4.5\nJaws,John Williams,4\nFargo,Carter Burwell,3\n",
    },
    right: { refused: "music" },
  },
  {
    name: "one's own films out of 50, without a header",
    files: { "films.csv": "Heat,1995,45\nJaws,1975,40\nFargo,1996,25\n" },
    right: own([4.5, 4, 2.5]),
  },
  {
    name: "stars times ten",
    files: {
      "r.csv": lines("user,item,rating", ({ user, item, rating }) => `${user},${item},${rating * 10}`),
    },
    right: SAME,
  },
  {
    name: "255 among one's own points of 5 is none",
    files: { "films.csv": "Title,Year,Rating\nHeat,1995,4\nJaws,1975,255\nFargo,1996,2\n" },
    right: { own: { found: 2, confirm: 0, stars: [4, 2] } },
  },
  {
    name: "a table of Markdown with stars under a star",
    files: {
      "films.md":
        "| Film | Year | ★ |\n|---|---|---|\n| Heat | 1995 | 4.5 |\n| Jaws | 1975 | 4 |\n| Fargo | 1996 | 1 |\n",
    },
    right: own([4.5, 4, 1]),
  },
  {
    name: "a half in words, half stars as signs, and very few points",
    files: {
      "films.csv": "Title,Year,Rating\nHeat,1995,4 and a half stars\nJaws,1975,★★★★\nFargo,1996,★★⯨\n",
      "more.csv": "Title,Year,Score (out of 100)\nAlien,1979,4\nCasablanca,1942,100\n",
    },
    right: { own: { stars: [4.5, 4, 2.5, 0.5, 5] } },
  },
  {
    name: "plus and minus, where a minus alone would be no rating",
    files: {
      "r.csv": lines(
        "user,film,vote",
        ({ user, item, rating }) => `${user},${titleOf({ item })},${rating >= 3 ? "+" : "-"}`,
      ),
    },
    right: { dataset: { ...WHOLE, likes: LIKES } },
  },
  {
    name: "signs from two pluses to two minuses, and a film without any",
    files: {
      "films.csv":
        "Film,Jahr,Wertung\nHeat,1995,++\nJaws,1975,+\nFargo,1996,o\nAlien,1979,–\nCasablanca,1942,--\nVertigo,1958,\n",
    },
    right: { own: { found: 5, confirm: 0, stars: [5, 4, 3, 2, 1] } },
  },
];
