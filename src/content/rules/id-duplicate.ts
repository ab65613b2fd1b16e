import type { Report } from '../diagnostic.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { listAt, listRoot, type RawItem, textAt } from '../read/yaml-access.ts';
import { factsOf, groupsIn, pointTo, problemAt, type Rule } from './rule.ts';

/** Within a list no id is given twice. */
export const idDuplicate: Rule = ({ fields, original, sources }, report) => {
  for (const { fields: known, item } of groupsIn(fields, factsOf(original)))
    for (const [key, { holds }] of Object.entries(known))
      if (holds.kind === 'list') reportDuplicates(original.yaml, listAt(item, key), report);
  if (sources) reportDuplicates(sources, listRoot(sources), report);
};

function reportDuplicates(yaml: PlacedYaml, items: readonly RawItem[], report: Report): void {
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
