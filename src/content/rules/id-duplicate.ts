import { type Rule, factsOf, fieldsIn, pointTo, repeated, rule, type Say } from './rule.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { listAt, listRoot, namedAt, type RawItem, textAt } from '../read/yaml-access.ts';

/** Within a list no id is given twice, and none is named twice. */
export const idDuplicate = rule('id-duplicate', ({ fields, original, sources }, say) => {
  for (const { key, field, from } of fieldsIn(fields, factsOf(original)))
    if (field.holds.kind === 'list') givenTwice(original.yaml, listAt(from, key), say);
    else if (field.holds.kind === 'refs' || field.holds.kind === 'sources') namedTwice(original.yaml, from, key, say);
  if (!sources) return;
  givenTwice(sources, listRoot(sources), say);
  for (const source of listRoot(sources)) namedTwice(sources, source, 'basedOn', say);
});

/** The same in a file that is a list. */
export const idTwice: Rule<PlacedYaml> = rule('id-duplicate', (yaml, say) => givenTwice(yaml, listRoot(yaml), say));

function namedTwice(yaml: PlacedYaml, item: RawItem, key: string, say: Say): void {
  for (const [{ path, text }] of repeated(namedAt(item, key), (named) => named.text))
    say.at(yaml, path, `"${text}" is named twice; keep one`);
}

function givenTwice(yaml: PlacedYaml, items: readonly RawItem[], say: Say): void {
  for (const [item, other] of repeated(items, (one) => textAt(one, 'id'))) {
    const there = pointTo(yaml, [...other.path, 'id']);
    say.at(yaml, [...item.path, 'id'], `"${textAt(item, 'id')}" is taken, at ${there}; choose another`);
  }
}
