import styles from "./Notice.module.css";

/** The whole page of a browser that cannot run the model. */
export function Unsupported() {
  return (
    <main className={styles.page}>
      <h1>Matinee needs a newer browser</h1>
      <p className="lede" role="alert">
        The model runs inside this page, which takes WebAssembly SIMD and recent JavaScript. This browser
        lacks one of them, or has it switched off. Chrome and Edge have both from version 111, Firefox from
        115 and Safari from 16.4.
      </p>
    </main>
  );
}
