interface NodeGlobals {
  setImmediate?: (callback: () => void) => unknown;
}

const { setImmediate } = globalThis as NodeGlobals;
const channel = setImmediate ? null : new MessageChannel();
const waiting: (() => void)[] = [];
if (channel) channel.port1.onmessage = () => waiting.shift()?.();

/** Milliseconds that the library works before others have their turn. */
export const SLICE = 16;

let lastTurn = performance.now();

/**
 * Lets everything that waits in the event loop have its turn: messages, timers, input. A timer of zero would
 * wait four milliseconds each time, which is as long as many an epoch.
 */
export async function nextTask(): Promise<void> {
  await new Promise<void>((resolve) => {
    if (setImmediate) {
      setImmediate(resolve);
    } else {
      waiting.push(resolve);
      channel?.port2.postMessage(null);
    }
  });
  lastTurn = performance.now();
}

/** `nextTask` if the last one was a slice ago: so that a loop of awaits does not keep the thread to itself. */
export async function nextTaskIfDue(): Promise<void> {
  if (performance.now() - lastTurn >= SLICE) await nextTask();
}
