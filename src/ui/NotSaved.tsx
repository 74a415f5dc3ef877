import { useEffect, useState } from "react";

/** Milliseconds that saving may take before anybody is told. */
const MOMENT = 600;

/** A quiet mark beside what is not saved yet; it is seen only where saving takes more than a moment. */
export function NotSaved() {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), MOMENT);
    return () => clearTimeout(timer);
  }, []);
  // Nothing at all until then: a rating that is saved at once leaves no trace to draw.
  return isSeen && <span> · not saved yet</span>;
}
