import { compareStarts } from '../../dates/compare.ts';
import { type EdtfDate, formatEdtf } from '../../dates/edtf.ts';
import { listAt, listRoot, type RawItem, textAt } from '../raw.ts';
import type { PlacedYaml } from '../yaml.ts';
import { dateOf } from './order.ts';
import { factsOf, problemAt, type Rule } from './rule.ts';

/** What the article tells of was past when it was last changed. */
export const nothingFromTheFuture: Rule = ({ original, sources }, report) => {
  const facts = factsOf(original);
  const [first, ...others] = listAt(facts, 'updates').flatMap((update) => dateOf(update) ?? []);
  if (!first) return;
  const newest = others.reduce((latest, next) => (compareStarts(next, latest) > 0 ? next : latest), first);
  const check = (yaml: PlacedYaml, item: RawItem, key: string): void => {
    const date = dateOf(item, key);
    if (date && compareStarts(lastOf(date), newest) > 0)
      report(
        problemAt(
          yaml,
          [...item.path, key],
          `"${textAt(item, key)}" is later than the newest update, ${formatEdtf(newest)}; mend the date, or list the update that tells of it`,
          'date-future',
        ),
      );
  };
  check(original.yaml, facts, 'published');
  for (const event of listAt(facts, 'timeline')) check(original.yaml, event, 'date');
  if (sources) for (const source of listRoot(sources)) check(sources, source, 'published');
};

function lastOf(date: EdtfDate): EdtfDate {
  return date.kind === 'range' ? (date.end ?? date.start) : date;
}
