import { compareStarts } from '../../dates/compare.ts';
import { endOf, formatEdtf, startOf } from '../../dates/edtf.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { listAt, listRoot, type RawItem, textAt } from '../read/yaml-access.ts';
import { dateOf, factsOf, rule } from './rule.ts';

/** What the article tells of was past when it was last changed. */
export const dateFuture = rule('date-future', ({ original, sources }, say) => {
  const facts = factsOf(original);
  const [first, ...others] = listAt(facts, 'updates').flatMap((update) => dateOf(update) ?? []);
  if (!first || !original.yaml.isWhole) return;
  const newest = others.reduce((latest, next) => (compareStarts(next, latest) > 0 ? next : latest), first);
  const check = (yaml: PlacedYaml, item: RawItem, key: string): void => {
    const date = dateOf(item, key);
    const last = date && (endOf(date) ?? startOf(date));
    if (!last || compareStarts(last, newest) <= 0) return;
    const later = `"${textAt(item, key)}" is later than the newest update, ${formatEdtf(newest)}`;
    say.at(yaml, [...item.path, key], `${later}; mend the date, or list the update that tells of it`);
  };
  const published = dateOf(facts, 'published');
  const early =
    others.every((other) => compareStarts(other, first) >= 0) && published && compareStarts(published, first) < 0;
  if (early) {
    const day = `"${textAt(facts, 'published')}" is before the first update, ${formatEdtf(first)}`;
    const mend = 'list the first publication among the updates, or mend the date';
    say.at(original.yaml, [...facts.path, 'published'], `${day}; ${mend}`, 'published-early');
  }
  check(original.yaml, facts, 'published');
  for (const [part, key] of Object.entries({ timeline: 'date', quotes: 'date', pictures: 'taken' }))
    for (const entry of listAt(facts, part)) check(original.yaml, entry, key);
  for (const source of sources ? listRoot(sources) : [])
    for (const key of ['published', 'read']) check(sources as PlacedYaml, source, key);
});
