import { expect, it } from "vitest";
import { recordsOf } from "../../src/files/json/jsonRecords.ts";

it.each<[string, string, string | null]>([
  [
    "a list of objects",
    '[{"user":1,"item":"a","rating":4},{"user":2,"item":"b"}]',
    "user=1 item=a rating=4 / user=2 item=b",
  ],
  [
    "lists of numbers",
    "[[1,2,4.5],[3,4,5]]",
    "column 1=1 column 2=2 column 3=4.5 / column 1=3 column 2=4 column 3=5",
  ],
  ["lists below names", '[["user","item"],[1,2]]', "user=1 item=2"],
  [
    "lists below names of words",
    '[["user","item"],["ann","heat"]]',
    "column 1=user column 2=item / column 1=ann column 2=heat",
  ],
  [
    "lists of which the first has a number in text",
    '[["user","7"],[1,2]]',
    "column 1=user column 2=7 / column 1=1 column 2=2",
  ],
  ["one list", '[["user","item"]]', "column 1=user column 2=item"],
  ["a list of several things", '[{"a":1},2]', null],
  [
    "columns and data, numbered",
    '{"columns":["user","item"],"index":[0,1],"data":[[1,2],[3,4]]}',
    "user=1 item=2 / user=3 item=4",
  ],
  [
    "columns and data, with names of rows",
    '{"columns":["Heat","Jaws"],"index":["ann","bob"],"data":[[1,2],[3,null]]}',
    "=ann Heat=1 Jaws=2 / =bob Heat=3 Jaws=",
  ],
  ["data without columns", '{"data":[{"user":1,"item":2}]}', "user=1 item=2"],
  ["nothing", "{}", null],
  ["lists by column", '{"user":["ann","bob"],"item":["x","y"]}', "user=ann item=x / user=bob item=y"],
  [
    "lists of different length",
    '{"ann":["x","y"],"bob":["x"]}',
    "user=ann item=x / user=ann item=y / user=bob item=x",
  ],
  ["one list by column", '{"user":["ann"]}', "user=user item=ann"],
  [
    "titles and points",
    '{"Heat (1995)":4,"Alien":5,"Big":3}',
    "title=Heat (1995) rating=4 / title=Alien rating=5 / title=Big rating=3",
  ],
  ["two titles and points", '{"Heat (1995)":4,"Alien":5}', null],
  ["titles and words", '{"Heat (1995)":"good","Alien":"bad","Big":"ok"}', null],
  ["names and points", '{"a":4,"b":5,"c":3}', null],
  [
    "values of a range",
    '{"range":"A1","values":[["user","film"],["ann","Heat"]]}',
    "column 1=user column 2=film / column 1=ann column 2=Heat",
  ],
  ["values of a range with one row", '{"range":"A1","values":[["user","film"]]}', null],
  ["values of a range beside an object", '{"range":{"a":1},"values":[["user","film"],["ann","Heat"]]}', null],
  [
    "database",
    '{"ratings":[{"movieId":1,"userId":7,"rating":4}],"movies":[{"id":1,"title":"Heat"}],"users":[{"id":7,"name":"Ann"}]}',
    "movieId=1 userId=7 rating=4 movie.title=Heat user.name=Ann",
  ],
  [
    "database without the film",
    '{"ratings":[{"movieId":2,"userId":7,"rating":4}],"movies":[{"id":1,"title":"Heat"}]}',
    "movieId=2 userId=7 rating=4",
  ],
  [
    "database whose lists have other names",
    '{"ratings":[{"movieId":2,"userId":7,"rating":4}],"cars":[{"id":1,"title":"Heat"}]}',
    "movieId=2 userId=7 rating=4",
  ],
  [
    "database whose ratings have one number",
    '{"ratings":[{"movieId":1,"rating":4}],"movies":[{"id":1,"title":"Heat"},{"id":2,"title":"Jaws"}]}',
    "movieId=1 rating=4",
  ],
  [
    "ratings beside longer lists",
    '{"ratings":[{"title":"Heat","rating":4}],"workouts":[{"reps":1},{"reps":2}]}',
    "title=Heat rating=4",
  ],
  [
    "lists without ratings, the longest",
    '{"a":[{"x":1}],"b":[{"x":1,"y":2},{"x":3,"z":4}],"c":3}',
    "x=1 y=2 / x=3 z=4",
  ],
  [
    "lists of two people",
    '{"ann":[{"title":"Heat","rating":4}],"bob":[{"title":"Jaws","rating":5}]}',
    "user=ann title=Heat rating=4 / user=bob title=Jaws rating=5",
  ],
  [
    "lists of kinds",
    '{"movies":[{"title":"Heat","rating":4}],"shows":[{"title":"Lost","rating":5}]}',
    "type=movies title=Heat rating=4 / type=shows title=Lost rating=5",
  ],
  [
    "lists of status",
    '{"watched":[{"title":"Heat","rating":4}],"plan_to_watch":[{"title":"Lost"}]}',
    "status=watched title=Heat rating=4 / status=plan_to_watch title=Lost",
  ],
  [
    "lists of years",
    '{"1995":[{"title":"Heat","rating":4}],"1990s":[{"title":"Lost","rating":3}]}',
    "section=1995 title=Heat rating=4 / section=1990s title=Lost rating=3",
  ],
  [
    "lists of people who are told",
    '{"ann":[{"user":"A","title":"Heat","rating":1}],"bob":[{"userId":"B","title":"Jaws","rating":2}]}',
    "user=A title=Heat rating=1 / userId=B title=Jaws rating=2",
  ],
  ["one list of objects", '{"ann":[{"title":"Heat","rating":4}]}', "title=Heat rating=4"],
  [
    "lists unlike each other",
    '{"films":[{"title":"Heat","rating":4}],"songs":[{"bpm":4,"key":"a","len":3}]}',
    "title=Heat rating=4",
  ],
  [
    "kinds within objects",
    '{"movies":{"watched":[{"title":"Heat"}]},"shows":{"watched":[{"title":"Lost"}]}}',
    "type=movies title=Heat / type=shows title=Lost",
  ],
  ["wrapped", '{"status":"ok","result":{"items":[{"user":1,"item":2}]}}', "user=1 item=2"],
  ["wrapped four deep", '{"a":{"b":{"c":{"items":[{"user":1,"item":2}]}}}}', "user=1 item=2"],
  ["wrapped five deep", '{"a":{"b":{"c":{"d":{"items":[{"user":1,"item":2}]}}}}}', null],
  ["one object", '{"user":1,"item":2}', null],
  [
    "one user's ratings",
    '{"name":"Ann","ratings":[{"title":"Heat","rating":4},{"title":"Jaws","rating":2}]}',
    "title=Heat rating=4 / title=Jaws rating=2",
  ],
  [
    "JSON:API",
    '{"data":[{"id":"1","type":"entry","attributes":{"rating":9},"relationships":{"media":{"data":{"type":"anime","id":"7"}},"other":{"data":{"type":"x","id":"8"}}}}],"included":[{"type":"manga","id":"7","attributes":{"title":"No"}},{"type":"anime","id":"7","attributes":{"title":"Heat"}}]}',
    "rating=9 media.id=7 media.title=Heat other=8",
  ],
  [
    "JSON:API without attributes",
    '{"data":[{"id":"1","rating":3}],"included":[{"id":"1"}]}',
    "id=1 rating=3",
  ],
  ["pandas' columns", '{"user":{"0":1,"1":2},"item":{"0":"a","1":"b"}}', "user=1 item=a / user=2 item=b"],
  ["pandas' columns with a gap", '{"user":{"0":1,"1":2},"item":{"0":"a"}}', "user=1 item=a / user=2 item="],
  [
    "ratings by user",
    '{"u1":{"i1":5,"i2":null},"u2":{"i1":3}}',
    "user=u1 item=i1 rating=5 / user=u2 item=i1 rating=3",
  ],
  [
    "ratings by title",
    '{"Heat (1995)":{"ann":5,"bob":3},"The Last Emperor":{"ann":4}}',
    "item=Heat (1995) user=ann rating=5 / item=Heat (1995) user=bob rating=3 / item=The Last Emperor user=ann rating=4",
  ],
  [
    "ratings by name of one word",
    '{"Heat":{"Ann":5,"Bob":3},"Alien":{"Ann":4}}',
    "outer name=Heat inner name=Ann rating=5 / outer name=Heat inner name=Bob rating=3 / outer name=Alien inner name=Ann rating=4",
  ],
  [
    "things by title",
    '{"Heat":{"year":1995,"rating":4},"The Ring":{"year":2002,"rating":2}}',
    "title=Heat year=1995 rating=4 / title=The Ring year=2002 rating=2",
  ],
  [
    "things by title with a name",
    '{"Heat":{"name":"Ann","rating":4},"The Ring":{"name":"Bob","rating":2}}',
    "id=Heat name=Ann rating=4 / id=The Ring name=Bob rating=2",
  ],
  [
    "rows under numbers",
    '{"7":{"userId":1,"movieId":2,"rating":4},"8":{"userId":1,"movieId":3,"rating":5}}',
    "id=7 userId=1 movieId=2 rating=4 / id=8 userId=1 movieId=3 rating=5",
  ],
  [
    "rows under numbers with other names",
    '{"7":{"a":1,"b":2},"8":{"a":1,"c":3}}',
    "user=7 item=a rating=1 / user=7 item=b rating=2 / user=8 item=a rating=1 / user=8 item=c rating=3",
  ],
  [
    "records by user and film",
    '{"u1":{"i1":{"rating":4,"at":1},"i2":{"rating":5,"at":2}},"u2":{"i1":{"rating":1,"at":3}}}',
    "user=u1 item=i1 rating=4 at=1 / user=u1 item=i2 rating=5 at=2 / user=u2 item=i1 rating=1 at=3",
  ],
  [
    "records that differ",
    '{"u1":{"i1":{"rating":4},"i2":{"score":5}},"u2":{"i1":{"rating":1}}}',
    "id=u1 i1.rating=4 i2.score=5 / id=u2 i1.rating=1",
  ],
  [
    "rows under ids",
    '{"u1":{"age":"x","sex":"f"},"u2":{"age":"y","sex":"m"}}',
    "id=u1 age=x sex=f / id=u2 age=y sex=m",
  ],
  [
    "lists by tier",
    '{"S":["Heat"],"A":["Alien"],"B":["Big","Ran"]}',
    "tier=S title=Heat / tier=A title=Alien / tier=B title=Big / tier=B title=Ran",
  ],
  [
    "lists by points",
    '{"5":["Heat"],"4.5":["Alien","Big"]}',
    "rating=5 title=Heat / rating=4.5 title=Alien / rating=4.5 title=Big",
  ],
  [
    "lists by points of ids",
    '{"5":["11"],"4":["12","13"]}',
    "user=4 item=12 / user=4 item=13 / user=5 item=11",
  ],
  [
    "lists by points, a film twice",
    '{"5":["Heat"],"4":["Heat","Big"]}',
    "user=4 item=Heat / user=4 item=Big / user=5 item=Heat",
  ],
  [
    "lists by genre",
    '{"Drama":["Heat","Ran","Emma"],"Horror":["Alien","It"],"Comedy":["Big"]}',
    "section=Drama title=Heat / section=Drama title=Ran / section=Drama title=Emma / section=Horror title=Alien / section=Horror title=It / section=Comedy title=Big",
  ],
  [
    "lists by user of few",
    '{"u1":["i1","i2"],"u2":["i3"]}',
    "user=u1 item=i1 / user=u1 item=i2 / user=u2 item=i3",
  ],
  [
    "lists by title",
    '{"The Last Emperor":["ann","bob"],"Heat (1995)":["ann"]}',
    "item=The Last Emperor user=ann / item=The Last Emperor user=bob / item=Heat (1995) user=ann",
  ],
  [
    "values of MongoDB",
    '[{"_id":{"$oid":"5a"},"n":{"$numberInt":"4"},"at":{"$date":{"$numberLong":"7"}}}]',
    "_id=5a n=4 at=7",
  ],
  [
    "values of Firestore",
    '[{"fields":{"user":{"stringValue":"ann"},"n":{"integerValue":"4"}}}]',
    "user=ann n=4",
  ],
  [
    "values within",
    '[{"film":{"title":"Heat","ids":{"imdb":"tt1"}},"rating":4}]',
    "film.title=Heat film.ids.imdb=tt1 rating=4",
  ],
  [
    "labels",
    '[{"title":"Heat","genres":[{"id":1,"name":"Drama"},{"id":2,"name":"War"}],"tags":["a","","b"],"none":[]}]',
    "title=Heat tags=a|b none= genres=Drama|War",
  ],
  ["an object without a name", '[{"x":{"y":{}},"z":[{}]}]', "z="],
  [
    "a user and what they rated",
    '[{"id":7,"reviews":[{"title":"Heat","score":4},{"title":"Jaws","score":3}]}]',
    "title=Heat score=4 user=7 / title=Jaws score=3 user=7",
  ],
  ["a film and who rated it", '[{"id":7,"reviews":[{"user_id":1,"rating":4}]}]', "user_id=1 rating=4 item=7"],
  [
    "a film and its links",
    '[{"title":"Heat","links":[{"film":"x"}],"rating":4}]',
    "title=Heat rating=4 links=x",
  ],
  [
    "a film and two lists",
    '[{"title":"Heat","plays":[{"at":1}],"reviews":[{"rating":4,"by":"ann"}]}]',
    "rating=4 by=ann title=Heat",
  ],
  [
    "somebody's ratings by film",
    '[{"name":"Ann","ratings":{"Heat":5,"Jaws":3}}]',
    "item=Heat rating=5 name=Ann / item=Jaws rating=3 name=Ann",
  ],
  [
    "a film's ratings by critic",
    '[{"title":"Heat","ratings":{"imdb":5,"rt":3}}]',
    "title=Heat ratings.imdb=5 ratings.rt=3",
  ],
  ["somebody's words by film", '[{"name":"Ann","ratings":{"Heat":"x"}}]', "name=Ann ratings.Heat=x"],
  ["true and null", '[{"a":true,"b":null,"c":false}]', "a=true b= c=false"],
])("%s", (_, text, expected) => {
  const rows = recordsOf(JSON.parse(text));
  const told = rows?.map((row) => [...row].map(([name, value]) => `${name}=${value}`).join(" "));
  expect(told?.join(" / ") ?? null).toBe(expected);
});
