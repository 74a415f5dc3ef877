import { useEffect, useState } from "react";

/** The whole seconds for which a value has not changed. */
export function useStill(value: unknown): number {
  const [seconds, setSeconds] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value restarts the count
  useEffect(() => {
    setSeconds(0);
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [value]);
  return seconds;
}
