import type { Parameters } from 'fast-check';

/** Minutes for which each property goes on trying: 0 for the few tries of every run of the tests. */
const MINUTES = Number(process.env['TRY_MINUTES'] ?? 0);

/** How long a test may take that tries anything. */
export const TIMEOUT = (MINUTES + 2) * 60_000;

/** Longer than anything takes on a machine with much other work; what takes longer goes on for ever. */
const HANGS = 60_000;

/** How often a property is tried. */
export function runs(short: number): Parameters<unknown> {
  if (MINUTES === 0) return { numRuns: short, timeout: HANGS };
  const interruptAfterTimeLimit = MINUTES * 60_000;
  return { numRuns: 2 ** 31, timeout: HANGS, interruptAfterTimeLimit, markInterruptAsFailure: false };
}

/** Says how often a property was tried, where that is not a fixed number. */
export function tell(name: string, tries: number): void {
  if (MINUTES > 0) console.log(`${name}: tried ${tries} times in ${MINUTES} minutes`);
}
