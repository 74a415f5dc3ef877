import { useEffect, useRef, useState } from "react";

/** The whole seconds for which a value has not changed. */
export function useStill(value: unknown): number {
  const last = useRef(value);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    last.current = value;
    setSeconds(0);
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [value]);
  return seconds;
}
