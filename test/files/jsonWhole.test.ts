import { expect, it } from "vitest";
import { recordsOf } from "../../src/files/json/jsonRecords.ts";

it.each<[string, string, string | null]>([
  ["lists and a number", "[[1,2],3]", null],
  [
    "data beside what is not included",
    '{"data":[{"id":"1","attributes":{"rating":9}}],"included":7}',
    "id=1 rating=9",
  ],
  [
    "data of which one row is no list",
    '{"columns":["a","b"],"data":[[1,2],7]}',
    "columns=a data=1|2 / columns=b data=7",
  ],
  ["a database of words", '{"user":["ann"],"item":[{"a":1}]}', "a=1"],
  [
    "two kinds of things within objects",
    '{"movies":{"watched":[{"title":"Heat"}],"list":[{"title":"Ran"}]},"shows":{"watched":[{"title":"Lost"}]}}',
    "type=movies status=watched title=Heat / type=movies user=list title=Ran / type=shows title=Lost",
  ],
  [
    "users beside what the file is",
    '{"users":{"ann":{"ratings":{"i1":4,"i2":5}},"bob":{"ratings":{"i2":3}}},"meta":{"version":1}}',
    "user=ann item=i1 rating=4 / user=ann item=i2 rating=5 / user=bob item=i2 rating=3",
  ],
  [
    "records in ratings of users",
    '{"ann":{"ratings":{"i1":{"rating":4,"at":1}}},"bob":{"ratings":{"i2":{"rating":3,"at":2}}}}',
    "user=ann item=i1 rating=4 at=1 / user=bob item=i2 rating=3 at=2",
  ],
  [
    "ratings of users of whom one has a name",
    '{"ann":{"ratings":{"i1":4}},"bob":{"name":"Bob","ratings":{"i2":3}}}',
    "item=i1 rating=4 user=ann / item=i2 rating=3 user=bob name=Bob",
  ],
  [
    "users beside a number",
    '{"users":{"u1":{"i1":5,"i2":4},"u2":{"i1":3}},"version":1}',
    "user=u1 item=i1 rating=5 / user=u1 item=i2 rating=4 / user=u2 item=i1 rating=3",
  ],
  ["one plain object within", '{"a":{"x":"1","y":"2"}}', null],
  [
    "JSON:API, by kind and number",
    '{"data":[{"id":"1","attributes":{"rating":9},"relationships":{"film":{"data":{"type":"film","id":"7"}},"x":{"links":1},"y":null}}],"included":[{"type":"film","id":"6","attributes":{"title":"No"}},{"type":"film","id":"7","attributes":{"title":"Heat"}}]}',
    "rating=9 film.id=7 film.title=Heat x= y=",
  ],
  [
    "a list of films that is longer than that of ratings",
    '{"films":[{"title":"a"},{"title":"b"},{"title":"c"}],"seen":[{"title":"Heat","rating":4},{"title":"Ran"}],"n":1}',
    "title=Heat rating=4 / title=Ran",
  ],
  [
    "ratings within a list of people",
    '{"films":[{"title":"a"},{"title":"b"},{"title":"c"}],"people":[{"name":"Ann","ratings":[{"title":"Heat","rating":4}]}],"n":1}',
    "title=Heat rating=4 name=Ann",
  ],
  [
    "a database with nothing of one film",
    '{"ratings":[{"movieId":1,"userId":7,"rating":4}],"movies":[{"id":1}],"users":[{"id":7,"name":"Ann"}]}',
    "movieId=1 userId=7 rating=4 user.name=Ann",
  ],
  [
    "a database with empty ratings first",
    '{"ratings":[],"reviews":[{"movie_id":1,"user_id":7,"rating":4}],"movie":[{"id":1,"title":"Heat"}]}',
    "movie_id=1 user_id=7 rating=4 movie.title=Heat",
  ],
  [
    "lists by critic, whose names are told",
    '{"Heat":[{"critic":"A","score":1}],"Jaws":[{"critic":"B","score":2}]}',
    "title=Heat critic=A score=1 / title=Jaws critic=B score=2",
  ],
  ["lists below names, of which one row has a number", '[["user","item"],["ann",2]]', "user=ann item=2"],
  ["lists below names, with a number as text", '[["user","item"],["ann","-2.55"]]', "user=ann item=-2.55"],
  [
    "lists below names, with a number and more",
    '[["user","item"],["ann","22x"]]',
    "column 1=user column 2=item / column 1=ann column 2=22x",
  ],
  [
    "lists below names, with a number behind a letter",
    '[["user","item"],["ann","x22"]]',
    "column 1=user column 2=item / column 1=ann column 2=x22",
  ],
  ["lists of different length", '[["user","item"],[1]]', "user=1 item="],
])("%s", (_, text, expected) => {
  const rows = recordsOf(JSON.parse(text));
  const told = rows?.map((row) => [...row].map(([name, value]) => `${name}=${value}`).join(" "));
  expect(told?.join(" / ") ?? null).toBe(expected);
});
