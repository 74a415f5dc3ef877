import { AlertStore } from "./AlertStore.ts";
import styles from "./Alerts.module.css";
import { useSelected, useStore } from "./stores.tsx";

/** Messages that need reading, each with what can be done about it. */
export function Alerts() {
  const alerts = useSelected(AlertStore, (state) => state.alerts);
  const { dismiss } = useStore(AlertStore);
  return (
    <div className={styles.alerts}>
      {alerts.map(({ id, message, remedy }) => (
        <div key={id} className={styles.alert} role="alert">
          <p>{message}</p>
          {remedy !== null && (
            <button type="button" className="primary" onClick={remedy.run}>
              {remedy.label}
            </button>
          )}
          <button type="button" onClick={() => dismiss(id)}>
            Dismiss
          </button>
        </div>
      ))}
    </div>
  );
}
