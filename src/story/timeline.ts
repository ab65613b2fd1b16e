import type { Event, Phase } from '../content/model/article.ts';
import type { EdtfDate } from '../dates/edtf.ts';
import { gapBetween } from '../dates/interval.ts';
import { type DatePart, spanInWords } from '../dates/format.ts';
import { fill } from '../i18n/interpolate.ts';
import type { Words } from '../i18n/words.ts';
import { plainText, type RichText } from '../text/rich-text.ts';
import type { Facts } from './localise.ts';
import type { ListedSource } from './bibliography.ts';
import { type PartsPage, showPart, sideOf, type StoryEntry, type StorySide } from './parts.ts';
import { type EventTime, eventTime } from './event-time.ts';

/** One entry of the timeline, ready to be shown. */
export interface StoryEvent extends ShownEvent {
  readonly when: EventTime;
  /** How long after the event above it, where that tells something: `4 days later`. */
  readonly gap?: string;
  /** The side that its place belongs to. */
  readonly side?: StorySide;
  /** Its words without markup and citations. */
  readonly plain: { readonly title: string; readonly text: string; readonly saidBy?: string; readonly place?: string };
}

type ShownEvent = StoryEntry<'timeline'>;

/** Events that stand under one heading; without a phase the heading is the timeline's own. */
export interface StoryPhase {
  readonly phase?: Phase;
  readonly events: readonly StoryEvent[];
}

/**
 * The timeline of a story: its events in the editor's order, in runs of one phase.
 *
 * @param facts an edition's frontmatter
 * @param shown its events, numbered for the page
 */
export function timelineOf(
  facts: Facts,
  shown: readonly ShownEvent[],
  sides: readonly StorySide[],
  words: Words,
): StoryPhase[] {
  const phases = new Map(facts.phases?.map((phase) => [phase.id, phase]));
  const runs: { phase?: Phase; events: StoryEvent[] }[] = [];
  facts.timeline.forEach((fact, index) => {
    const before = facts.timeline[index - 1];
    const phase = phases.get(fact.phase ?? '');
    const last = runs.at(-1);
    const run = last && last.phase === phase ? last : { ...(phase && { phase }), events: [] };
    if (run !== last) runs.push(run);
    const gap = before && gapInWords(before.date, fact.date, words);
    const event = storyEvent(fact, shown[index] as ShownEvent, facts, sides, words);
    run.events.push({ ...event, ...(gap !== undefined && { gap }) });
  });
  return runs;
}

function gapInWords(earlier: EdtfDate, later: EdtfDate, words: Words): string | undefined {
  const gap = gapBetween(earlier, later);
  return gap && fill(words.story.later, { span: spanInWords(gap, words) });
}

function storyEvent(
  fact: Event,
  event: ShownEvent,
  { places }: Facts,
  sides: readonly StorySide[],
  words: Words,
): StoryEvent {
  const { title, text, saidBy, place } = event;
  const side = sideOf(sides, place?.side);
  return {
    ...event,
    when: eventTime(event.date, fact.place, { places, sides }, words),
    ...(side && { side }),
    plain: {
      title: plainText(title),
      text: plainText(text),
      ...(saidBy && { saidBy: plainText(saidBy) }),
      ...(place && { place: plainText(place.name) }),
    },
  };
}

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
