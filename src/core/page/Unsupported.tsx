import styles from "./Notice.module.css";

/** The whole page of a browser that cannot run the model. */
export function Unsupported() {
  return (
    <main className={styles.page}>
      <h1>Matinee needs a newer browser</h1>
      <p className="lede" role="alert">
        The model runs inside this page with WebAssembly SIMD, which this browser lacks or has switched off.
        Chrome and Edge have it from version 91, Firefox from 89 and Safari from 16.4.
      </p>
    </main>
  );
}
