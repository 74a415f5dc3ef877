import { count } from "../report/format.ts";

/** A group of users by how many likes they have: "97 to 1,259 likes". */
export const activityName = (least: number, most: number) => `${count(least)} to ${count(most)} likes`;

/** The two numbers of such a name. */
export const activityBounds = (name: string) =>
  (name.match(/\d[\d,]*/g) ?? []).map((figure) => Number(figure.replaceAll(",", "")));
