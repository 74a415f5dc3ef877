import styles from "./Notice.module.css";

/** The whole page of a browser that cannot run the model. */
export function Unsupported() {
  return (
    <main className={styles.page}>
      <h1>Matinee needs a newer browser</h1>
      <p className="lede" role="alert">
        The model runs inside this page. That takes WebAssembly SIMD and JavaScript of 2023, and this browser
        lacks one of them or has it switched off. Chrome and Edge have both from version 111, Firefox from 115
        and Safari from 16.4.
      </p>
    </main>
  );
}
