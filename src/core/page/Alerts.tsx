import styles from "./Alerts.module.css";
import { useActions, useSession } from "./session/SessionProvider.tsx";

/** Messages that need reading, each with what can be done about it. */
export function Alerts() {
  const { alerts } = useSession();
  const { dismiss } = useActions();
  return alerts.map(({ id, message, remedy }) => (
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
  ));
}
