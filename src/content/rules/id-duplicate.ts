import { type Rule, factsOf, groupsIn, pointTo, repeated, rule, type Say } from './rule.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { listAt, listRoot, type RawItem, textAt, textsAt } from '../read/yaml-access.ts';

/** Within a list no id is given twice, and none is named twice. */
export const idDuplicate = rule('id-duplicate', ({ fields, original, sources }, say) => {
  for (const { fields: known, item } of groupsIn(fields, factsOf(original)))
    for (const [key, { holds }] of Object.entries(known))
      if (holds.kind === 'list') givenTwice(original.yaml, listAt(item, key), say);
      else if (holds.kind === 'refs')
        for (const [{ path, text }] of repeated(textsAt(item, key), (named) => named.text))
          say.at(original.yaml, path, `"${text}" is named twice; keep one`);
  if (sources) givenTwice(sources, listRoot(sources), say);
});

/** The same in a file that is a list. */
export const idTwice: Rule<PlacedYaml> = rule('id-duplicate', (yaml, say) => givenTwice(yaml, listRoot(yaml), say));

function givenTwice(yaml: PlacedYaml, items: readonly RawItem[], say: Say): void {
  for (const [item, other] of repeated(items, (one) => textAt(one, 'id'))) {
    const there = pointTo(yaml, [...other.path, 'id']);
    say.at(yaml, [...item.path, 'id'], `"${textAt(item, 'id')}" is taken, at ${there}; choose another`);
  }
}
