/**
 * As much of a browser as is needed here.
 *
 * @typedef {object} Driver
 * @property {string} version
 * @property {(url: string) => Promise<unknown>} open
 * @property {() => Promise<unknown>} reload
 * @property {(expression: string) => Promise<any>} run evaluates an expression in the page, and waits for its promise
 * @property {() => Promise<void>} close
 */
export {};
