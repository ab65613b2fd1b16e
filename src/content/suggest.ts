import { distance } from 'fastest-levenshtein';

/** Longer texts are no misspelt names. */
const LONGEST = 60;

/** The known name that is nearest to what was written, or `undefined` when none is near. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  if (written.length > LONGEST) return undefined;
  const farthest = Math.max(2, Math.floor(written.length / 3));
  let best: { name: string; steps: number } | undefined;
  for (const name of known) {
    // Names of such different lengths are never near, and thousands of them cost seconds.
    if (Math.abs(name.length - written.length) > farthest) continue;
    const steps = distance(written.toLowerCase(), name.toLowerCase());
    if (steps <= farthest && (!best || steps < best.steps)) best = { name, steps };
  }
  return best?.name;
}

/** `; did you mean "…"?` with the known name that is nearest, or nothing when none is near. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const name = nearest(written, known);
  return name === undefined ? '' : `; did you mean "${name}"?`;
}
