import { useEffect } from "react";
import type { KeepingState } from "../../../core/page/session/Session.ts";
import { useActions, useSession } from "../../../core/page/session/SessionProvider.tsx";
import { count, megabytes } from "../../../ui/words.ts";
import styles from "../../data/page/Data.module.css";
import type { KeptWork, TrainingCourse } from "../api.ts";
import { ForgetEverything } from "./ForgetEverything.tsx";
import own from "./Kept.module.css";

/** What lies on this device, how much room it takes, and how to be rid of it. */
export function Kept() {
  const { dataset, keeping, ratings } = useSession();
  const { lookAtKept } = useActions();
  useEffect(lookAtKept, [lookAtKept]);
  const { works, room } = keeping;
  return (
    <section className={styles.panel} aria-labelledby="kept-here">
      <h2 id="kept-here">Kept on this device</h2>
      <p>{standing(keeping)}</p>
      {works.length > 0 && (
        <ul className={own.works} aria-label="Kept data and models">
          {works.map((work) => (
            <Work key={work.name} work={work} atHand={work.name === dataset?.name} />
          ))}
        </ul>
      )}
      <p className={own.room}>
        {ratings.length > 0 && `${count(ratings.length, "rating")} of your own. `}
        {room !== null &&
          `The browser counts ${megabytes(room.usage)} for Matinee, the site's own files included; it would allow ${gigabytes(room.quota)}.`}
      </p>
      <ForgetEverything />
    </section>
  );
}

function Work({ work, atHand }: { work: KeptWork; atHand: boolean }) {
  const { openKept, forgetKept } = useActions();
  const { name, source, ratings, course, keptAt, dataBytes, modelBytes } = work;
  const title = source === "embedded" ? "MovieLens" : name;
  return (
    <li>
      <p className={own.name}>{title}</p>
      <p className={own.about}>
        {count(ratings, "rating")} and {modelWords(course)}: {megabytes(dataBytes + modelBytes)}, kept{" "}
        {WHEN.format(keptAt)}
      </p>
      <div className={own.buttons}>
        {atHand ? (
          <span className={own.atHand}>In use</span>
        ) : (
          <button type="button" onClick={() => openKept(name)} aria-label={`Open ${title}`}>
            Open
          </button>
        )}
        <button type="button" onClick={() => forgetKept(name)} aria-label={`Forget ${title}`}>
          Forget
        </button>
      </div>
    </li>
  );
}

function modelWords(course: TrainingCourse | null): string {
  if (course === null) return "no model yet";
  return course.brought
    ? "a model that was brought along"
    : `a model of ${count(course.epochsDone, "epoch")}`;
}

function standing({ works, standing, problem }: KeepingState): string {
  if (problem !== null) return problem;
  if (standing === "elsewhere") {
    return "Another tab of Matinee was open first, and it keeps its model. What is learnt in this one lasts as long as this tab; when the other is closed, it is kept too.";
  }
  return works.length === 0
    ? "Nothing yet. When the model has learnt, it is kept here for your next visit."
    : "Your next visit goes on from here, without a connection too. Nothing of it leaves this device.";
}

const WHEN = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
const gigabytes = (bytes: number) => (bytes < 1e9 ? megabytes(bytes) : `${(bytes / 1e9).toFixed(1)} GB`);
