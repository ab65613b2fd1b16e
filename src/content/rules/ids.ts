import { groupAt, listAt, listRoot, type RawItem, textAt } from '../raw.ts';
import type { PlacedYaml } from '../yaml.ts';
import { type ArticleDraft, factsOf, pointTo, problemAt, type Rule } from './rule.ts';

const LISTS = ['sides', 'phases', 'timeline', 'people', 'numbers', 'terms', 'disputes', 'questions'];

/** Within a list no id is given twice. */
export const uniqueIds: Rule = (article, report) => {
  for (const [yaml, items] of listsOf(article)) {
    const first = new Map<string, RawItem>();
    for (const item of items) {
      const id = textAt(item, 'id');
      if (id === undefined) continue;
      const other = first.get(id);
      if (other)
        report(
          problemAt(
            yaml,
            [...item.path, 'id'],
            `"${id}" is taken, at ${pointTo(yaml, [...other.path, 'id'])}; choose another`,
            'id-duplicate',
          ),
        );
      else first.set(id, item);
    }
  }
};

function listsOf({ original, sources }: ArticleDraft): [PlacedYaml, RawItem[]][] {
  const facts = factsOf(original);
  const lists = [
    ...LISTS.map((key) => listAt(facts, key)),
    ...listAt(facts, 'disputes').map((dispute) => listAt(dispute, 'positions')),
    ...[groupAt(facts, 'count')].flatMap((count) => (count ? [listAt(count, 'groups')] : [])),
  ].map((items): [PlacedYaml, RawItem[]] => [original.yaml, items]);
  return sources ? [...lists, [sources, listRoot(sources)]] : lists;
}
