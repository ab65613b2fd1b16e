import type { Update } from '../content/model/article.ts';
import { byStart } from '../dates/compare.ts';

/** The updates of an article, newest first; of one day the later one stands first. */
export function newestFirst(updates: readonly Update[]): Update[] {
  return updates.toReversed().toSorted((a, b) => byStart(b.date, a.date));
}

/** The date of the newest update: when the article was last changed. */
export function newestUpdate(updates: readonly Update[]): Update['date'] {
  const [newest] = newestFirst(updates);
  if (!newest) throw new RangeError('an article has at least one update');
  return newest.date;
}
