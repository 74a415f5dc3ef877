import { useState } from "react";
import { useSelected, useStore } from "../../../../core/page/stores.tsx";
import { useJob } from "../../../../core/page/useWorkspace.ts";
import { ProgressBar } from "../../../../ui/ProgressBar.tsx";
import { Result } from "../../../../ui/Result.tsx";
import { RunBar } from "../../../../ui/RunBar.tsx";
import { JOBS, NewUsersStore } from "../NewUsersStore.ts";
import { useOutdated } from "../outdated.ts";
import { SearchTable } from "./SearchTable.tsx";
import styles from "./TuningStep.module.css";
import { Verdict } from "./Verdict.tsx";
import { aboutSearch, progressWords, statusWords } from "./words.ts";

const BUDGETS = [15, 30, 60, 120, 300];

/** A search for better settings than the model's, for a given time. */
export function Search() {
  const { found, stopped, progress } = useSelected(NewUsersStore, (state) => state.search);
  const { search, use } = useStore(NewUsersStore);
  const job = useJob(JOBS.search.name);
  const outdated = useOutdated(found, "line");
  const [budget, setBudget] = useState(30);
  const { trials, best, examined } = found?.result ?? NOTHING;
  const leader = trials.find(({ number }) => number === best);
  return (
    <div className={styles.search}>
      <h3>Search for better settings</h3>
      <p>
        Random settings get a short training; the best third train longer. They are scored on the inner
        hold-out, the one for choosing epochs; compare only settings with the same number of epochs. Among
        many settings one leads by chance, so the leader is tested once on the hold-out.
      </p>
      <div className={styles.run}>
        <label className={styles.budget}>
          For
          <select
            value={budget}
            disabled={job.running}
            onChange={(event) => setBudget(Number(event.target.value))}
          >
            {BUDGETS.map((seconds) => (
              <option key={seconds} value={seconds}>
                {seconds} seconds
              </option>
            ))}
          </select>
        </label>
        <RunBar
          label={trials.length === 0 ? "Search" : "Search again"}
          primary={false}
          job={job}
          status={statusWords(stopped, trials.length)}
          onRun={() => void search(budget)}
        />
      </div>
      {job.running && (
        <ProgressBar
          name="Searching for settings"
          done={progress?.done ?? 0}
          words={progressWords(progress)}
        />
      )}
      {trials.length > 0 && (
        <Result outdated={outdated} job={job} onRunAgain={() => void search(budget)}>
          <SearchTable trials={trials} best={best} />
          {leader !== undefined && (
            <Verdict
              sentence={aboutSearch(leader, trials.length, examined, stopped)}
              label="Use these settings"
              onUse={() => use(leader.settings)}
            />
          )}
        </Result>
      )}
    </div>
  );
}

const NOTHING = { trials: [], best: null, examined: null };
