import { groupAt, listAt, listRoot, mapAt, type RawItem, textAt, textsAt } from '../raw.ts';
import { didYouMean } from '../suggest.ts';
import { type ArticleDraft, factsOf, problemAt, type Rule } from './rule.ts';

/** Every id that is named exists, and every event has a phase when there are phases. */
export const knownReferences: Rule = (article, report) => {
  const facts = factsOf(article.original);
  const known = knownIds(article);
  const names = (item: RawItem, key: string, kind: keyof typeof known): void => {
    const id = textAt(item, key);
    if (id !== undefined && known[kind] && !known[kind].has(id))
      report(problemAt(article.original.yaml, [...item.path, key], unknown(id, NOUNS[kind], known[kind])));
  };
  const cites = (item: RawItem): void => {
    for (const { path, text } of textsAt(item, 'sources'))
      if (known.sources && !known.sources.has(text))
        report(problemAt(article.original.yaml, path, unknown(text, NOUNS.sources, known.sources)));
  };

  for (const event of listAt(facts, 'timeline')) {
    names(event, 'place', 'places');
    names(event, 'phase', 'phases');
    names(event, 'dispute', 'disputes');
    cites(event);
    if (known.phases.size > 0 && textAt(event, 'phase') === undefined)
      report(problemAt(article.original.yaml, [...event.path, 'phase'], 'is missing: when there are phases, every event names one'));
  }
  for (const place of mapAt(facts, 'places').values()) names(place, 'side', 'sides');
  for (const person of listAt(facts, 'people')) names(person, 'side', 'sides');
  for (const leg of listAt(facts, 'journey')) {
    names(leg, 'from', 'places');
    names(leg, 'to', 'places');
    names(leg, 'event', 'events');
  }
  const count = groupAt(facts, 'count');
  for (const group of count ? listAt(count, 'groups') : []) names(group, 'side', 'sides');
  const cited = [
    ...['people', 'numbers', 'terms'].flatMap((key) => listAt(facts, key)),
    ...listAt(facts, 'disputes').flatMap((dispute) => listAt(dispute, 'positions')),
    ...(count ? listAt(count, 'groups') : []),
  ];
  for (const item of cited) cites(item);
};

const NOUNS = {
  places: 'a place',
  phases: 'a phase',
  disputes: 'a dispute',
  sides: 'a side',
  events: 'an event',
  sources: 'a source',
} as const;

function knownIds({ original, sources }: ArticleDraft) {
  const facts = factsOf(original);
  const idsOf = (items: RawItem[]): Set<string> => new Set(items.flatMap((item) => textAt(item, 'id') ?? []));
  return {
    places: new Set(mapAt(facts, 'places').keys()),
    phases: idsOf(listAt(facts, 'phases')),
    disputes: idsOf(listAt(facts, 'disputes')),
    sides: idsOf(listAt(facts, 'sides')),
    events: idsOf(listAt(facts, 'timeline')),
    sources: sources && idsOf(listRoot(sources)),
  };
}

/** What to say of an id that does not exist. */
export function unknown(id: string, noun: string, known: ReadonlySet<string>): string {
  return `"${id}" is not the id of ${noun}${didYouMean(id, known)}`;
}
