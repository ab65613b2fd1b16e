import { textAt, textsAt } from '../read/yaml-access.ts';
import {
  editionsOf,
  factsOf,
  groupsIn,
  idsInList,
  idsInMap,
  knownSources,
  proseCitations,
  rule,
  textCitations,
} from './rule.ts';

/** Every id that is named exists: those of sources in the prose and in all texts, and those of other parts. */
export const idUnknown = rule('id-unknown', (article, say) => {
  const { fields, original } = article;
  const facts = factsOf(original);
  const sources = knownSources(article);
  const parts = new Map(
    Object.entries(fields).flatMap(([key, { holds }]) => {
      if (!('noun' in holds) || holds.noun === undefined) return [];
      return [[key, { noun: holds.noun, ids: (holds.kind === 'map' ? idsInMap : idsInList)(facts, key) }] as const];
    }),
  );
  for (const { fields: keys, item } of groupsIn(fields, facts))
    for (const [key, { holds }] of Object.entries(keys)) {
      const part = holds.kind === 'ref' ? parts.get(holds.to) : undefined;
      const refusal = part?.ids?.refusal(textAt(item, key) || undefined, part.noun);
      if (refusal) say.at(original.yaml, [...item.path, key], refusal);
      for (const { path, text } of holds.kind === 'sources' ? textsAt(item, key) : []) {
        const unknown = sources?.refusal(text || undefined, 'a source');
        if (unknown) say.at(original.yaml, path, unknown);
      }
    }
  for (const edition of editionsOf(article)) {
    for (const { id, offset } of proseCitations(edition)) {
      const refusal = sources?.refusal(id, 'a source');
      if (refusal) say.inProse(edition, offset, refusal);
    }
    for (const { path, id } of textCitations(edition)) {
      const refusal = sources?.refusal(id, 'a source');
      if (refusal) say.at(edition.yaml, path, refusal);
    }
  }
});
