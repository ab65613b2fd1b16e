import type { Holds } from '../model/fields.ts';
import { textAt, textsAt } from '../read/yaml-access.ts';
import { idsInList, idsInMap, type KnownIds } from './known-ids.ts';
import {
  editionsOf,
  factsOf,
  groupsIn,
  knownSources,
  problemAt,
  problemInProse,
  proseCitations,
  type Rule,
  textCitations,
} from './rule.ts';

/** Every id that is named exists: those of sources in the prose and in all texts, and those of other parts. */
export const idUnknown: Rule = (article, report) => {
  const { fields, original } = article;
  const facts = factsOf(original);
  const sources = knownSources(article);
  const refuse = (known: KnownIds | undefined, id: string | undefined, noun: string): string | undefined =>
    id ? known?.refusal(id, noun) : undefined;

  const parts = new Map(
    Object.entries(fields).flatMap(([key, { holds }]): [string, KnownPart][] =>
      'noun' in holds && holds.noun !== undefined ? [[key, { noun: holds.noun, known: idsIn(holds, key) }]] : [],
    ),
  );
  function idsIn({ kind }: Holds, key: string): KnownIds | undefined {
    return kind === 'map' ? idsInMap(facts, key) : idsInList(facts, key);
  }

  for (const { fields: keys, item } of groupsIn(fields, facts))
    for (const [key, { holds }] of Object.entries(keys)) {
      if (holds.kind === 'ref') {
        const part = parts.get(holds.to);
        const refusal = part && refuse(part.known, textAt(item, key), part.noun);
        if (refusal) report(problemAt(original.yaml, [...item.path, key], refusal, 'id-unknown'));
      }
      for (const { path, text } of holds.kind === 'sources' ? textsAt(item, key) : []) {
        const refusal = refuse(sources, text, 'a source');
        if (refusal) report(problemAt(original.yaml, path, refusal, 'id-unknown'));
      }
    }

  for (const edition of editionsOf(article)) {
    for (const { id, offset } of proseCitations(edition)) {
      const refusal = sources?.refusal(id, 'a source');
      if (refusal) report(problemInProse(edition, offset, refusal, 'id-unknown'));
    }
    for (const { path, id } of textCitations(edition)) {
      const refusal = sources?.refusal(id, 'a source');
      if (refusal) report(problemAt(edition.yaml, path, refusal, 'id-unknown'));
    }
  }
};

interface KnownPart {
  readonly noun: string;
  readonly known: KnownIds | undefined;
}
