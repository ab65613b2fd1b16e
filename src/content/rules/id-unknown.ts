import { didYouMean, nearest } from '../diagnostic.ts';
import { isId } from '../model/scalars.ts';
import { valueOf } from '../model/walk.ts';
import { groupAt, itemsWritten, listAt, listRoot, namedAt, textAt } from '../read/yaml-access.ts';
import { placedIn } from './directive.ts';
import { editionsOf, factsOf, fieldsIn, proseCitations, rule, sourceIds, textCitations } from './rule.ts';

/** Every id that is named exists: those of sources in the prose and in all texts, and those of other parts. */
export const idUnknown = rule('id-unknown', (article, say) => {
  const { fields, original, sources } = article;
  const facts = factsOf(original);
  const ofSource = refusals(sourceIds(article), 'a source');
  const parts = new Map(
    Object.entries(fields).map(([key, { holds, onPage }]) => {
      const group = groupAt(facts, key);
      const isNoList = Object.hasOwn(facts.value, key) && !Array.isArray(valueOf(facts.value, key));
      const inList = isNoList ? undefined : listAt(facts, key).map((item) => textAt(item, 'id'));
      return [key, refusals(holds.kind === 'map' ? group && Object.keys(group.value) : inList, onPage.noun ?? '')];
    }),
  );
  for (const [key, { ids, noun }] of Object.entries(article.beside ?? {})) parts.set(key, refusals(ids, noun));
  for (const { key, field, from } of fieldsIn(fields, facts)) {
    const { holds } = field;
    const refuse = 'to' in holds ? parts.get(holds.to) : holds.kind === 'sources' && ofSource;
    const isOne = holds.kind === 'ref' || (holds.kind === 'sources' && holds.isOne);
    for (const { path, text } of isOne
      ? [{ path: [...from.path, key], text: textAt(from, key) }]
      : namedAt(from, key)) {
      if (holds.kind === 'ref' && text === holds.none) continue;
      const refusal = refuse && refuse(text || undefined, isOne);
      if (refusal) say.at(original.yaml, path, refusal);
    }
  }
  for (const source of listRoot(sources))
    for (const { path, text } of namedAt(source, 'basedOn')) {
      const refusal = ofSource(text || undefined);
      if (sources && refusal) say.at(sources, path, refusal);
    }
  const isRead = original.yaml.value !== undefined;
  for (const { part, kind, id, offset } of isRead ? placedIn(original, fields) : []) {
    const refusal = kind !== 'part' && parts.get(part)?.(id);
    if (refusal) say.inProse(original, offset, refusal);
  }
  for (const edition of editionsOf(article))
    for (const citation of [...proseCitations(edition), ...textCitations(edition)]) {
      const refusal = ofSource(citation.id);
      if (!refusal) continue;
      if ('path' in citation) say.at(edition.yaml, citation.path, refusal);
      else say.inProse(edition, citation.offset, refusal);
    }
});

/**
 * Makes what tells what to say of an id that is not among those of a list or a map. Nothing when the slip is theirs and
 * was reported there: an item without an id, or with one that is misspelt.
 *
 * @param ids `undefined` for an item without one; absent when they could not be read
 */
function refusals(ids: readonly (string | undefined)[] | undefined, noun: string) {
  const all = new Set(ids?.filter((id) => id !== undefined));
  const malformed = [...all].filter((id) => !isId(id));
  const isIncomplete = ids?.includes(undefined) || malformed.length > 0;
  return (id: string | undefined, isOne = false): string | undefined => {
    if (!ids || id === undefined || all.has(id) || nearest(id.toLowerCase(), malformed) !== undefined) return undefined;
    const several = itemsWritten(id);
    const hint =
      several.length > 1 && several.every((one) => all.has(one))
        ? `; write ${isOne ? 'one of them' : several.join(', ')}`
        : didYouMean(id, all);
    return isIncomplete && !hint ? undefined : `"${id}" is not the id of ${noun}${hint}`;
  };
}
