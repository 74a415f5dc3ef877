import { describe, expect, it } from "vitest";
import { Interactions } from "../../src/matrix/Interactions.ts";
import { Interview, type Said } from "../../src/ranking/Interview.ts";

/** Two tastes on one axis: half of the users like items 0 to 3, the others 4 to 7; all like item 8, nobody knows 9. */
function twoTastes() {
  const users = 40;
  const entries: [user: number, item: number, value: number][] = [];
  for (let user = 0; user < users; user++) {
    const taste = user % 2;
    for (let item = 0; item < 8; item++) {
      if (item >> 2 === taste) entries.push([user, item, 1]);
      else if (user % 4 < 2 && item % 4 < 2) entries.push([user, item, -1]);
    }
    entries.push([user, 8, 1]);
  }
  const column = (at: 0 | 1 | 2) => entries.map((entry) => entry[at]);
  const interactions = new Interactions(users, 10, column(0), column(1), column(2));
  return { interactions, vectorOf: (user: number) => Float32Array.of(user % 2 === 0 ? 1 : -1) };
}

function interviewWith(traitsOf: (item: number) => string[] = () => []) {
  const { interactions, vectorOf } = twoTastes();
  return new Interview(interactions, vectorOf, traitsOf);
}

describe("Interview", () => {
  it("asks what sets tastes apart, and neither what everybody likes nor what nobody knows", () => {
    const interview = interviewWith();
    const answers = new Map<number, Said>();
    for (let step = 0; step < 8; step++) {
      const item = interview.next(answers) as number;
      expect(answers.has(item)).toBe(false);
      answers.set(item, "unseen");
    }
    expect([...answers.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it("asks about what has other traits first, and never about what is left out", () => {
    const interview = interviewWith((item) => [item < 4 ? "western" : "comedy"]);
    const first = interview.next(new Map()) as number;
    const second = interview.next(new Map([[first, "unseen"]])) as number;
    expect(second < 4).not.toBe(first < 4);
    const rest = new Set([0, 1, 2, 3, 4, 5, 6, 7].filter((item) => item !== second));
    expect(interview.next(new Map(), rest)).toBe(second);
    expect(interview.next(new Map(), new Set(Array.from({ length: 10 }, (_, item) => item)))).toBeNull();
  });

  it("asks the same again for the same answers, in whatever order they came", () => {
    const interview = interviewWith();
    const answers: [number, Said][] = [
      [0, "liked"],
      [4, "disliked"],
      [1, "unseen"],
    ];
    const asked = interview.next(new Map(answers));
    expect(interview.next(new Map(answers.toReversed()))).toBe(asked);
  });

  it("goes on where an answer is one that nobody gave", () => {
    expect(interviewWith().next(new Map([[9, "liked"]]))).not.toBeNull();
  });
});
