import type { Event } from '../content/model/article.ts';
import type { DatePart } from '../dates/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Bibliography, ListedSource } from './bibliography.ts';
import { citedWords, type StoryEvent } from './timeline.ts';
import type { RichText } from '../text/rich-text.ts';

/** One event as a page of its own. */
export interface EventPage {
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
  readonly title: RichText;
}

/**
 * The moments of a story, in the timeline's order. Each cites on its own: its sources are numbered from 1.
 *
 * @param facts the events as they were written
 * @param events the same as the article shows them
 * @param bibliography knows the article’s sources
 * @param originalLang the language (BCP 47) that the article was written in
 */
export function eventPagesOf(
  facts: readonly Event[],
  events: readonly StoryEvent[],
  bibliography: Bibliography,
  words: Messages,
  originalLang: string,
): EventPage[] {
  return facts.map((fact, index) => {
    const own = bibliography.forAnotherPage();
    const [before, after] = [neighbour(events[index - 1]), neighbour(events[index + 1])];
    // How long after the event above it happened says nothing where that does not stand above it.
    const { gap: _, ...event } = events[index] as StoryEvent;
    return {
      event: { ...event, ...citedWords(fact, own) },
      sources: own.list(words, originalLang),
      ...(before && { before }),
      ...(after && { after }),
    };
  });
}

function neighbour(event: StoryEvent | undefined): Neighbour | undefined {
  return event && { id: event.id, date: event.when.date, title: event.title };
}
