import { inPage } from "./inPage.js";

/** 30 readers and 20 books; half of the readers like the even ones, half the odd. */
function books() {
  const rows = ["userId,bookId,rating"];
  for (let reader = 0; reader < 30; reader++) {
    for (let book = 0; book < 20; book++) {
      if ((reader * 7 + book * 3) % 5 === 0) continue;
      rows.push(`u${reader},b${book},${(reader + book) % 2 === 0 ? 5 : 1}`);
    }
  }
  return rows.join("\n");
}

const STATUS = "header [role=status]";
const LIST = 'ul[aria-label="Recommendations"]';
const PLACES = 'nav[aria-label="Main"] a';

/**
 * What a visitor mainly does, from a first visit to the second.
 *
 * @param {import("./driver.js").Driver} driver
 * @param {string} site
 * @param {(step: string) => void} tell after each step
 */
export async function journey(driver, site, tell) {
  const { see, press, fill, chooseFile } = inPage(driver);
  await driver.open(site);
  await see(STATUS, /^Learnt from 100,004 ratings/);
  const before = await see(LIST, /Recommendations/);
  tell("a first visit trains a model and shows a list");

  await press(`${LIST} li:first-child input[type=radio]`, /^5 stars$/);
  await see('ul[aria-label="Your ratings"] [role=radiogroup]', /^Rate /);
  await see(`${LIST} li`, /Because you liked/);
  if ((await see(LIST, /Recommendations/)) === before) throw new Error("The list is as it was before.");
  tell("a film is rated, and the list changes");

  await press(PLACES, /^Training$/);
  await see("h1", /^Training$/);
  await see("figure", /AUC \S+ after \d+ epochs/);
  await fill("Epochs", "500");
  await press("main button", /^Train$/);
  await see("main", /Epoch \d+ of 500.*mean loss/);
  await press("main button", /^Stop$/);
  const stopped = await see("main p", /^Stopped after \d+ epoch/);
  const epochs = Number(/\d+/.exec(stopped));
  await fill("Epochs", "2");
  await press("main button", /^Continue training$/);
  await see("main p", new RegExp(`^Trained for ${epochs + 2} epochs`));
  tell("training is stopped and continued, with its curves");

  await press(PLACES, /^New users$/);
  await see("h1", /^New users$/);
  await press("main button", /^Add new users$/);
  await see("section", /first-time users? got their own recommendations/);
  tell("new users are added");

  await press(PLACES, /^Data$/);
  await see("h1", /^Data$/);
  await chooseFile("books.csv", books());
  await press("dialog button", /^Replace the data$/);
  await see(STATUS, /^Learnt from 480 ratings/);
  await see('ul[aria-label="Saved data and models"] li', /books\.csv.*model \(/);
  tell("a file is opened and replaces the data");

  await driver.reload();
  await see(STATUS, /^Ready/);
  await see('section[aria-label="Current data"]', /ratings480/);
  await press('ul[aria-label="Saved data and models"] button', /^Open MovieLens$/);
  await see('section[aria-label="Current data"]', /ratings100,004/);
  await see(
    'ul[aria-label="Saved data and models"] li',
    new RegExp(`MovieLens.*model \\(${epochs + 2} epochs\\)`),
  );
  await press(PLACES, /^For you$/);
  await see('ul[aria-label="Your ratings"] [role=radiogroup]', /^Rate /);
  tell("after a reload everything is back");
}
