import type { PlacedYaml } from '../read/yaml.ts';
import { listAt, listRoot, type RawItem, textAt } from '../read/yaml-access.ts';
import { factsOf, groupsIn, pointTo, rule } from './rule.ts';

/** Within a list no id is given twice. */
export const idDuplicate = rule('id-duplicate', ({ fields, original, sources }, say) => {
  const check = (yaml: PlacedYaml, items: readonly RawItem[]): void => {
    const first = new Map<string, RawItem>();
    for (const item of items) {
      const id = textAt(item, 'id');
      const other = id === undefined ? undefined : first.get(id);
      if (other) {
        const there = pointTo(yaml, [...other.path, 'id']);
        say.at(yaml, [...item.path, 'id'], `"${id}" is taken, at ${there}; choose another`);
      } else if (id !== undefined) first.set(id, item);
    }
  };
  for (const { fields: known, item } of groupsIn(fields, factsOf(original)))
    for (const [key, { holds }] of Object.entries(known))
      if (holds.kind === 'list') check(original.yaml, listAt(item, key));
  if (sources) check(sources, listRoot(sources));
});
