import { groupAt, lacks, listAt, listRoot, mapAt, type RawItem, textAt, textsAt } from '../raw.ts';
import { event as eventSchema } from '../schema/event.ts';
import { keysOf } from '../validate.ts';
import { idsInList, idsInMap, KnownIds } from './known-ids.ts';
import { type ArticleDraft, factsOf, problemAt, type Rule } from './rule.ts';

const EVENT_KEYS = keysOf(eventSchema);

/** Every id that is named exists, and every event has a phase when there are phases. */
export const knownReferences: Rule = (article, report) => {
  const { yaml } = article.original;
  const facts = factsOf(article.original);
  const known = knownIds(article);
  const names = (item: RawItem, key: string, kind: keyof typeof known): void => {
    const id = textAt(item, key);
    const refusal = id ? known[kind]?.refusal(id, NOUNS[kind]) : undefined;
    if (refusal) report(problemAt(yaml, [...item.path, key], refusal, 'id-unknown'));
  };
  const cites = (item: RawItem): void => {
    for (const { path, text } of textsAt(item, 'sources')) {
      const refusal = text ? known.sources?.refusal(text, NOUNS.sources) : undefined;
      if (refusal) report(problemAt(yaml, path, refusal, 'id-unknown'));
    }
  };

  for (const event of listAt(facts, 'timeline')) {
    names(event, 'place', 'places');
    names(event, 'phase', 'phases');
    names(event, 'dispute', 'disputes');
    cites(event);
    if (known.phases?.all.size && lacks(event, 'phase', EVENT_KEYS))
      report(
        problemAt(
          yaml,
          [...event.path, 'phase'],
          'is missing: when there are phases, every event names one',
          'event-phase',
        ),
      );
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

function knownIds(article: ArticleDraft) {
  const facts = factsOf(article.original);
  return {
    places: idsInMap(facts, 'places'),
    phases: idsInList(facts, 'phases'),
    disputes: idsInList(facts, 'disputes'),
    sides: idsInList(facts, 'sides'),
    events: idsInList(facts, 'timeline'),
    sources: knownSources(article),
  };
}

/** The ids of the sources; absent when `sources.yaml` could not be read as a list. */
export function knownSources({ sources }: ArticleDraft): KnownIds | undefined {
  return sources && KnownIds.ofItems(listRoot(sources));
}
