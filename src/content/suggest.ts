import { distance } from 'fastest-levenshtein';

/** `; did you mean "…"?` with the known name that is nearest, or nothing when none is near. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const farthest = Math.max(2, Math.floor(written.length / 3));
  let best: { name: string; steps: number } | undefined;
  for (const name of known) {
    const steps = distance(written.toLowerCase(), name.toLowerCase());
    if (steps <= farthest && (!best || steps < best.steps)) best = { name, steps };
  }
  return best ? `; did you mean "${best.name}"?` : '';
}
