import type { KindCase } from "./KindCase.ts";
import {
  ITEMS,
  isoOf,
  LIKES,
  lines,
  RATINGS,
  ratingBy,
  ratingsOf,
  titleOf,
  USERS,
  WHOLE,
  workbook,
} from "./sample.ts";

const matrix = (sign: string, blank: string, corner: string, write = (value: number) => String(value)) =>
  [
    [corner, ...ITEMS.map((item) => titleOf({ item }))],
    ...USERS.map((user) => [
      `Person ${user}`,
      ...ITEMS.map((item) => {
        const value = ratingBy(user, item);
        return value === null ? blank : write(value);
      }),
    ]),
  ]
    .map((row) => row.join(sign))
    .join("\n");
const turned = (sign: string, blank: string) =>
  [
    ["title", ...USERS.map((user) => `user_${user}`)],
    ...ITEMS.map((item) => [titleOf({ item }), ...USERS.map((user) => ratingBy(user, item) ?? blank)]),
  ]
    .map((row) => row.join(sign))
    .join("\n");
const MATRIX = { dataset: { ...WHOLE, likes: LIKES, titles: ["Amber Kite"] } };

/** What many people did and played; matrices of ratings. */
export const EVENT_CASES: readonly KindCase[] = [
  {
    name: "Last.fm's plays with names of artists in another file",
    files: {
      "user_artists.dat": lines(
        "userID\tartistID\tweight",
        (one) => `${one.user}\t${one.item}\t${one.rating * 100 + one.item}`,
      ),
      "artists.dat": `id\tname\turl\tpictureURL\n${ITEMS.map((item) => `${item}\t${titleOf({ item })}\thttp://x\thttp://y`).join("\n")}`,
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"], noun: "artist" } },
  },
  {
    name: "Last.fm's plays without a header",
    files: {
      "plays.tsv": lines(
        "",
        (one) =>
          `${"abcdefghij"[one.user - 1]}00c\tmb-${one.item}\t${titleOf(one)}\t${one.rating * 111 + one.item}`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "Steam's hours without a header",
    files: {
      "steam-200k.csv": RATINGS.map(
        (one) =>
          `${one.user},"${titleOf(one)}",purchase,1.0,0\n${one.user},"${titleOf(one)}",play,${one.rating * 10}.5,0`,
      ).join("\n"),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "Steam's games in Python's lines",
    files: {
      "users_items.json": USERS.map(
        (user) =>
          `{'user_id': u'p${user}', 'items_count': 6, 'steam_id': '7${user}', 'items': [${ratingsOf(user)
            .map(
              (one) =>
                `{'item_id': u'${one.item}', 'item_name': u'${titleOf(one)}', 'playtime_forever': ${one.rating * 60}, 'playtime_2weeks': 0}`,
            )
            .join(", ")}]}`,
      ).join("\n"),
    },
    right: { dataset: { ...WHOLE, titles: ["Amber Kite"] } },
  },
  {
    name: "events of a shop",
    files: {
      "events.csv": lines(
        "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session",
        (one) =>
          `2019-10-01 00:00:00 UTC,${["view", "cart", "purchase"][one.rating % 3]},${one.item},2053,,b,35.79,${one.user},s${one.user}`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "events without a header",
    files: {
      "UserBehavior.csv": lines(
        "",
        (one) => `${one.user},${one.item},2355,${["pv", "buy", "cart", "fav"][one.rating % 4]},${one.time}`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "events in capitals",
    files: {
      "users_interactions.csv": lines(
        "timestamp,eventType,contentId,personId,sessionId,userAgent",
        (one) =>
          `${one.time},${["VIEW", "LIKE", "COMMENT CREATED", "BOOKMARK"][one.rating % 4]},${one.item},-${one.user},1,`,
      ),
    },
    right: { dataset: WHOLE },
  },
  {
    name: "visits to places",
    files: {
      "checkins.txt": lines(
        "",
        (one) =>
          `${one.user}\t${isoOf(one).slice(0, 19)}Z\t30.23${one.item}\t-97.79${one.item}\t22${one.item}`,
      ),
    },
    right: { dataset: { users: 10, items: 8 } },
  },
  { name: "a matrix of dense ratings", files: { "m.csv": matrix(",", "", "") }, right: MATRIX },
  { name: "a matrix with NaN", files: { "m.csv": matrix(",", "NaN", "user") }, right: MATRIX },
  { name: "a matrix with zeros and tabs", files: { "m.tsv": matrix("\t", "0", "User") }, right: MATRIX },
  {
    name: "a matrix with decimal commas",
    files: { "m.csv": matrix(";", "", "Name", (value) => `${value},0`) },
    right: MATRIX,
  },
  { name: "a matrix with items in rows", files: { "m.csv": turned(",", "") }, right: MATRIX },
  {
    name: "a matrix in a workbook",
    files: {
      "m.xlsx": workbook({
        Survey: matrix(",", "", "")
          .split("\n")
          .map((row) => row.split(",").map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell))),
      }),
    },
    right: MATRIX,
  },
  {
    name: "a survey with a time, a name and a column a film",
    files: {
      "survey.csv": `Timestamp,Username,${ITEMS.map((item) => `How did you like it? [${titleOf({ item })}]`).join(",")}\n${USERS.map((user) => `2021/01/0${user % 9} 10:00:00,person${user}@x.org,${ITEMS.map((item) => ratingBy(user, item) ?? "").join(",")}`).join("\n")}`,
    },
    right: { dataset: { ...WHOLE, likes: LIKES } },
  },
  {
    name: "a matrix with an id and a title in front",
    files: {
      "m.csv": `movieId,title,${USERS.map((user) => `user ${user}`).join(",")}\n${ITEMS.map((item) => `${item},${titleOf({ item })},${USERS.map((user) => ratingBy(user, item) ?? "").join(",")}`).join("\n")}`,
    },
    right: { dataset: { ...WHOLE, likes: LIKES } },
  },
  {
    name: "jokes: a matrix without a header, 99 for unrated",
    files: {
      "jester.csv": Array.from({ length: 30 }, (_, u) =>
        [
          20,
          ...Array.from({ length: 24 }, (_, i) =>
            (u * 7 + i * 3) % 5 === 0 ? 99 : (((u * 31 + i * 17) % 200) - 100) / 10,
          ),
        ].join(","),
      ).join("\n"),
    },
    right: { dataset: { users: 30, ratings: 30 * 24 - 144 } },
  },
];
