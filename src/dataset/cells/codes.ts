/** Ids that say what they are of: "user_12", "m501", addresses, and how Amazon numbers reviewers and products, and IMDb films. */
const USER =
  /^(?:user|u|usr|reviewer|rater|critic|customer|member|person|viewer|student|participant|subject|respondent)[ _-]?\d+$/i;
const ITEM =
  /^(?:movie|film|item|i|m|book|b|game|product|song|track|artist|joke|article|video|anime|recipe|beer)[ _-]?\d+$/i;
const ADDRESS = /^[^@\s]+@[^@\s]+\.[a-z]+$/i;
const REVIEWER = /^A(?=[A-Z]*\d)[\dA-Z]{9,27}$/;
const CATALOGUED = /^(?:B0[\dA-Z]{8}|tt\d{7,8})$/;

/** Whether most of these are ids of people. */
export function areUsers(ids: readonly string[]): boolean {
  return areMost(ids, (id) => USER.test(id) || REVIEWER.test(id) || ADDRESS.test(id));
}

/** Whether most of these are ids of what people rate. */
export function areItems(ids: readonly string[]): boolean {
  return areMost(ids, (id) => ITEM.test(id) || CATALOGUED.test(id));
}

function areMost(ids: readonly string[], is: (id: string) => boolean): boolean {
  return ids.filter((id) => is(id.trim())).length > ids.length / 2;
}
