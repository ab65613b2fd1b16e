import type { Original, Phase } from '../content/model/article.ts';
import { gapBetween } from '../dates/interval.ts';
import { laterInWords, yearSaid } from '../dates/format.ts';
import type { Messages } from '../i18n/messages.ts';
import { plainText } from '../text/rich-text.ts';
import type { SourceLists } from './bibliography.ts';
import { type Beside, type PartsPage, showBeside, sideOf, type StoryEntry, type StorySide } from './parts.ts';
import { type EventTime, eventTime } from './event-time.ts';
import { originNames } from './origins.ts';

/** One entry of the timeline, ready to be shown. */
export interface StoryEvent extends ShownEvent {
  readonly when: EventTime;
  /** How long after the event above it, where that tells something: `4 days later`. */
  readonly gap?: string | undefined;
  /** The side that it belongs to: its own, or that of its place. */
  readonly side?: StorySide;
  /** Its words without markup and citations. */
  readonly plain: { readonly title: string; readonly text: string; readonly saidBy?: string; readonly place?: string };
}

/** Whether all that is said of an event goes back to one origin. */
export function hasOneOrigin({ sources }: Pick<StoryEvent, 'sources'>): boolean {
  return originNames(sources).length === 1;
}

type ShownEvent = StoryEntry<'timeline'> &
  Beside & {
    /** The ids that it had before, the first one first. */
    readonly former?: readonly string[] | undefined;
  };

/** Events that stand under one heading; without a phase the heading is the timeline's own. */
export interface StoryPhase {
  readonly phase?: Phase | undefined;
  readonly events: readonly StoryEvent[];
}

/** Events in the editor's order, numbered for the page, as runs of one phase. */
export function timelineOf(
  shown: readonly ShownEvent[],
  phases: readonly Phase[] | undefined,
  page: PartsPage,
  words: Messages,
): StoryPhase[] {
  const runs: { phase: Phase | undefined; events: StoryEvent[] }[] = [];
  for (const [index, event] of shown.entries()) {
    const phase = phases?.find(({ id }) => id === event.phase);
    const last = runs.at(-1);
    const run = last && last.phase === phase ? last : { phase, events: [] };
    if (run !== last) runs.push(run);
    const before = shown[index - 1];
    const gap = before && gapBetween(before.date, event.date);
    const yearBefore = before && yearSaid(before.date);
    run.events.push({ ...storyEvent(event, page, words, yearBefore), gap: gap && laterInWords(gap, words) });
  }
  return runs;
}

function storyEvent(event: ShownEvent, page: PartsPage, words: Messages, yearBefore: number | undefined): StoryEvent {
  const { side: own, ...rest } = event;
  const { title, text, saidBy, place } = rest;
  const side = 'side' in event ? own : sideOf(page.sides, place?.side);
  return {
    ...rest,
    when: eventTime(event.date, place, page, words, yearBefore),
    ...(side && { side }),
    plain: {
      title: plainText(title),
      text: plainText(text),
      ...(saidBy && { saidBy: plainText(saidBy) }),
      ...(place && { place: plainText(place.name) }),
    },
  };
}

/** One event as a page of its own, numbered for it. */
export interface EventPage extends SourceLists {
  readonly event: StoryEvent;
  /** The event that stands before it in the timeline. */
  readonly before: StoryEvent | undefined;
  /** The event that stands behind it. */
  readonly after: StoryEvent | undefined;
}

/**
 * The moments of a story, in the timeline's order. Each cites on its own: its sources are numbered from 1.
 *
 * @param facts an edition's frontmatter, with the quotes that stand at their events and all pictures
 * @param events its events as the article shows them
 * @param page the article's
 */
export function eventPagesOf(
  { timeline, ...loose }: Original,
  events: readonly StoryEvent[],
  page: PartsPage,
): EventPage[] {
  return timeline.map((facts, index) => {
    const bibliography = page.bibliography.forAnotherPage();
    const numbered = showBeside('timeline', facts, loose, { ...page, bibliography });
    // How long after the event above it happened says nothing where that does not stand above it.
    const { gap: _, ...event } = { ...(events[index] as StoryEvent), ...numbered };
    return { event, ...bibliography.list(), before: events[index - 1], after: events[index + 1] };
  });
}
