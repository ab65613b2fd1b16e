import type { DatePart } from '../dates/format.ts';
import type { Words } from '../i18n/words.ts';
import type { ListedSource } from './bibliography.ts';
import type { Facts } from './localise.ts';
import { type PartsPage, showPart } from './parts.ts';
import type { StoryEvent } from './timeline.ts';
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
 * @param facts an edition's frontmatter
 * @param events its events as the article shows them
 * @param page the article's
 * @param originalLang the language (BCP 47) that the article was written in
 */
export function eventPagesOf(
  { timeline }: Facts,
  events: readonly StoryEvent[],
  page: PartsPage,
  words: Words,
  originalLang: string,
): EventPage[] {
  return events.map((event, index) => {
    const bibliography = page.bibliography.forAnotherPage();
    const [numbered] = showPart('timeline', timeline.slice(index, index + 1), { ...page, bibliography });
    const [before, after] = [neighbour(events[index - 1]), neighbour(events[index + 1])];
    // How long after the event above it happened says nothing where that does not stand above it.
    const { gap: _, ...alone } = { ...event, ...numbered };
    return {
      event: alone,
      sources: bibliography.list(words, originalLang),
      ...(before && { before }),
      ...(after && { after }),
    };
  });
}

function neighbour(event: StoryEvent | undefined): Neighbour | undefined {
  return event && { id: event.id, date: event.when.date, title: event.title };
}
