import { Component, type ReactNode } from "react";
import styles from "./Notice.module.css";

interface Props {
  children: ReactNode;
}

/** Catches what goes wrong while a place is drawn, so that the rest of the page keeps working. */
export class ViewBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const error: Error | null = this.state.error;
    if (error === null) return this.props.children;
    return <Broken error={error} tryAgain={() => this.setState({ error: null })} />;
  }
}

function Broken({ error, tryAgain }: { error: Error; tryAgain: () => void }) {
  return (
    <div role="alert">
      <h1>This page hit an error</h1>
      <p className="lede">
        Something went wrong showing this page ({error.message}). Your ratings are safe and the other pages
        still work.
      </p>
      <div className={styles.actions}>
        <button type="button" className="primary" onClick={tryAgain}>
          Try again
        </button>
        <button type="button" onClick={() => window.location.reload()}>
          Reload the page
        </button>
      </div>
    </div>
  );
}
