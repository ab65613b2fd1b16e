import type { Source } from '../content/schema/source.ts';
import type { DatePart } from '../dates/words.ts';
import type { Words } from '../i18n/words.ts';
import { Bibliography, type ListedSource } from './bibliography.ts';
import type { Html } from './html.ts';
import type { Facts } from './localise.ts';
import type { Sides } from './sides.ts';
import { type StoryEvent, storyEvent } from './timeline.ts';

/** One event as a page of its own. */
export interface Moment {
  /** Numbered for its own page. */
  readonly event: StoryEvent;
  readonly sources: readonly ListedSource[];
  /** The event that stands before it in the timeline. */
  readonly before?: Neighbour;
  /** The event that stands behind it. */
  readonly after?: Neighbour;
}

/** An event in one line. */
export interface Neighbour {
  readonly id: string;
  readonly date: readonly DatePart[];
  readonly title: Html;
}

/** What moments are made from. */
interface Origin {
  readonly facts: Facts;
  readonly sides: Sides;
  readonly sources: readonly Source[];
  /** The language (BCP 47) that the article was written in. */
  readonly originalLang: string;
}

/**
 * The moments of a story, in the timeline's order. Each cites on its own: its sources are numbered from 1.
 *
 * @param events the events as the article shows them
 */
export function momentsOf(events: readonly StoryEvent[], origin: Origin, words: Words): Moment[] {
  const { facts, sides, sources, originalLang } = origin;
  return facts.timeline.map((fact, index) => {
    const bibliography = new Bibliography(sources);
    const [before, after] = [neighbour(events[index - 1]), neighbour(events[index + 1])];
    return {
      event: storyEvent(fact, facts, sides, bibliography, words),
      sources: bibliography.list(words, originalLang),
      ...(before && { before }),
      ...(after && { after }),
    };
  });
}

function neighbour(event: StoryEvent | undefined): Neighbour | undefined {
  return event && { id: event.id, date: event.when.date, title: event.title };
}
