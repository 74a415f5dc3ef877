import { expect, it } from "vitest";
import { recordsOf } from "../../src/files/json/jsonRecords.ts";

const told = (text: string) =>
  recordsOf(JSON.parse(text))
    ?.map((row) => [...row].map(([name, value]) => `${name}=${value}`).join(" "))
    .join(" / ") ?? null;
const columns = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${"x".repeat(i)}`, ["v"]])));

it.each<[string, string, string | null]>([
  [
    "pairs of an item and a rating",
    '{"u1":[["i1",5],[2,3]],"u2":[["i1",4],["i3",1]]}',
    "user=u1 item=i1 rating=5 / user=u1 item=2 rating=3 / user=u2 item=i1 rating=4 / user=u2 item=i3 rating=1",
  ],
  [
    "pairs with a moment",
    '{"u1":[["i1",5,1400000000]],"u2":[["i1",4,600000001],["i2",4]]}',
    "user=u1 item=i1 rating=5 timestamp=1400000000 / user=u2 item=i1 rating=4 timestamp=600000001 / user=u2 item=i2 rating=4",
  ],
  [
    "pairs by title",
    '{"Heat (1995)":[["ann",5]],"The Ring":[["ann",4],["bob",1]]}',
    "item=Heat (1995) user=ann rating=5 / item=The Ring user=ann rating=4 / item=The Ring user=bob rating=1",
  ],
  [
    "three values, of which none is a moment",
    '{"u1":[["i1",5,600000000]],"u2":[["i1",4,7],["i2",4,8]]}',
    "user=u1 item=i1|5|600000000 / user=u2 item=i1|4|7 / user=u2 item=i2|4|8",
  ],
  [
    "pairs of which one has words",
    '{"u1":[["i1",5]],"u2":[["i1","x"],["i2",4]]}',
    "user=u1 item=i1|5 / user=u2 item=i1|x / user=u2 item=i2|4",
  ],
  [
    "pairs of lists",
    '{"u1":[[["i1"],5]],"u2":[[["i1"],4],[["i2"],4]]}',
    "user=u1 item=i1|5 / user=u2 item=i1|4 / user=u2 item=i2|4",
  ],
  [
    "pairs of true and a number",
    '{"u1":[[true,5]],"u2":[[true,4],[false,4]]}',
    "user=u1 item=true|5 / user=u2 item=true|4 / user=u2 item=false|4",
  ],
  [
    "one pair each, in one list as long as the other",
    '{"u1":[["i1",5]],"u2":[["i2",4]]}',
    "user=u1 item=i1 rating=5 / user=u2 item=i2 rating=4",
  ],
  [
    "numbered names, with lists of one length",
    '{"user1":["a","b"],"user22":["a","c"]}',
    "user=user1 item=a / user=user1 item=b / user=user22 item=a / user=user22 item=c",
  ],
  [
    "names of which one is numbered",
    '{"user":["a","b"],"item2":["x","y"]}',
    "user=a item2=x / user=b item2=y",
  ],
  ["names with numbers before letters", '{"a1b":["a","b"],"c2d":["x","y"]}', "a1b=a c2d=x / a1b=b c2d=y"],
  [
    "ratings, with lists of one length",
    '{"5":["Heat"],"4":["Alien"]}',
    "rating=4 title=Alien / rating=5 title=Heat",
  ],
  ["rows that begin with their name", '{"a":["a","x"],"b":["b","y","z"],"c":["c"]}', null],
  [
    "rows of which half begin with their name",
    '{"a":["a","x"],"b":["y","z","w"]}',
    "user=a item=a / user=a item=x / user=b item=y / user=b item=z / user=b item=w",
  ],
  [
    "points, one of them of two things at once",
    '{"5":["Heat"],"4":["Ran","Big"],"x":["It"]}',
    "user=4 item=Ran / user=4 item=Big / user=5 item=Heat / user=x item=It",
  ],
  ["points of letters", '{"5":["A"],"4":["B","C"]}', "user=4 item=B / user=4 item=C / user=5 item=A"],
  [
    "six things of which one comes again",
    '{"a":["p","q","r"],"b":["s","t","p"],"c":["u"]}',
    "user=a item=p / user=a item=q / user=a item=r / user=b item=s / user=b item=t / user=b item=p / user=c item=u",
  ],
  [
    "five things apart",
    '{"a":["p","q","r"],"b":["s","t"]}',
    "user=a item=p / user=a item=q / user=a item=r / user=b item=s / user=b item=t",
  ],
])("lists by name: %s", (_, text, expected) => {
  expect(told(text)).toBe(expected);
});

it("tells columns from lists by how many there are", () => {
  expect(told(columns(30))).toMatch(/^c=v cx=v cxx=v /);
  expect(told(columns(31))).toMatch(/^user=c item=v \/ user=cx item=v/);
});

it.each<[string, string, string | null]>([
  [
    "columns that are not counted from nought",
    '{"user":{"1":1,"2":2},"item":{"1":3,"2":4}}',
    "user=user item=1 rating=1 / user=user item=2 rating=2 / user=item item=1 rating=3 / user=item item=2 rating=4",
  ],
  ["objects with nothing in them", '{"a":{},"b":{}}', "id=a / id=b"],
  [
    "one number each",
    '{"u1":{"rating":5},"u2":{"rating":3}}',
    "user=u1 item=rating rating=5 / user=u2 item=rating rating=3",
  ],
  [
    "rows with other names in one",
    '{"7":{"userId":1,"rating":4},"8":{"filmId":3,"rating":5}}',
    "user=7 item=userId rating=1 / user=7 item=rating rating=4 / user=8 item=filmId rating=3 / user=8 item=rating rating=5",
  ],
  ["numbers and words", '{"u1":{"a":1,"b":"x"},"u2":{"a":2,"b":"y"}}', "id=u1 a=1 b=x / id=u2 a=2 b=y"],
  [
    "titles, one of them without a rating",
    '{"Heat":{"year":1995,"rating":4},"The Ring":{"year":2002,"seen":"x"}}',
    "id=Heat year=1995 rating=4 / id=The Ring year=2002 seen=x",
  ],
  ["a blank record among others", '{"u1":{"i1":{},"i2":{}},"u2":{"i1":{}}}', "id=u1 / id=u2"],
])("objects by name: %s", (_, text, expected) => {
  expect(told(text)).toBe(expected);
});

it.each<[string, string, string | null]>([
  [
    "films and tiers",
    '{"Heat":"S","Alien":"A","Big":"B"}',
    "title=Heat tier=S / title=Alien tier=A / title=Big tier=B",
  ],
  ["films and ratings of one word each", '{"Heat":5,"Alien":4,"Big":3}', null],
  [
    "films and ratings, one of them with a year",
    '{"Heat":5,"Alien (1979)":4,"Big":3}',
    "title=Heat rating=5 / title=Alien (1979) rating=4 / title=Big rating=3",
  ],
  ["films and ratings, one with a year within", '{"Heat":5,"Alien(1979)x":4,"Big":3}', null],
  [
    "films and shares",
    '{"Das Boot":"8/10","Alien":"90 %","Big":"★★½"}',
    "title=Das Boot rating=8/10 / title=Alien rating=90 % / title=Big rating=★★½",
  ],
  ["films and a word among ratings", '{"Das Boot":5,"Alien":4,"Big":"good"}', null],
  ["films and a list among ratings", '{"Das Boot":5,"Alien":4,"Big":[]}', null],
  ["four of five names that begin as titles do", '{"Das Boot":5,"Alien":4,"Big":3,"Ran":2,"emma":1}', null],
  [
    "five of six names that begin as titles do",
    '{"Das Boot":5,"Alien":4,"Big":3,"Ran":2,"It":1,"emma":1}',
    "title=Das Boot rating=5 / title=Alien rating=4 / title=Big rating=3 / title=Ran rating=2 / title=It rating=1 / title=emma rating=1",
  ],
  [
    "ids and titles",
    '{"501":"Heat","tt0502":"Alien","503":"Big"}',
    "id=501 title=Heat / id=503 title=Big / id=tt0502 title=Alien",
  ],
  ["ids and titles, two of them", '{"501":"Heat","502":"Alien"}', null],
  ["ids and words", '{"501":"heat","502":"alien","503":"big"}', null],
  ["an id with letters", '{"501":"Heat","502x":"Alien","503":"Big"}', null],
])("values by name: %s", (_, text, expected) => {
  expect(told(text)).toBe(expected);
});
