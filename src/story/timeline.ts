import type { Event, Phase, Place } from '../content/model/article.ts';
import type { Status } from '../content/model/parts.ts';
import type { EdtfDate } from '../dates/edtf.ts';
import { gapBetween } from '../dates/interval.ts';
import { spanInWords } from '../dates/format.ts';
import { fill, type Messages } from '../i18n/messages.ts';
import { plainText, type RichText } from '../text/rich-text.ts';
import type { Bibliography, Citation } from './bibliography.ts';
import type { Facts } from './localise.ts';
import type { Sides, StorySide } from './sides.ts';
import { type EventTime, eventTime } from './event-time.ts';

/** One entry of the timeline, ready to be shown. */
export interface StoryEvent {
  /** Its bare anchor, and the name of its moment's file. */
  readonly id: string;
  /** As the editor wrote it. */
  readonly date: EdtfDate;
  readonly when: EventTime;
  /** How long after the event above it, where that tells something: `4 days later`. */
  readonly gap?: string;
  readonly place?: RichText;
  /** Where that is, and in which time zone. */
  readonly position?: Pick<Place, 'at' | 'timeZone'>;
  /** The side that its place belongs to. */
  readonly side?: StorySide;
  readonly title: RichText;
  readonly text: RichText;
  readonly status: Status;
  readonly saidBy?: RichText;
  /** The anchor of the dispute that sets out the positions. */
  readonly disputeAnchor?: string;
  readonly citations: readonly Citation[];
  /** Its words without markup and citations. */
  readonly plain: { readonly title: string; readonly text: string; readonly saidBy?: string; readonly place?: string };
}

/** Events that stand under one heading; without a phase the heading is the timeline's own. */
export interface StoryPhase {
  readonly phase?: Phase;
  readonly events: readonly StoryEvent[];
}

/**
 * The timeline of a story: its events in the editor's order, in runs of one phase.
 *
 * @param facts an edition's frontmatter
 * @param bibliography takes the citations, in order
 */
export function timelineOf(facts: Facts, sides: Sides, bibliography: Bibliography, words: Messages): StoryPhase[] {
  const phases = new Map(facts.phases?.map((phase) => [phase.id, phase]));
  const runs: { phase?: Phase; events: StoryEvent[] }[] = [];
  let before: EdtfDate | undefined;
  for (const event of facts.timeline) {
    const phase = event.phase === undefined ? undefined : phases.get(event.phase);
    const last = runs.at(-1);
    const run = last && last.phase === phase ? last : { ...(phase && { phase }), events: [] };
    if (run !== last) runs.push(run);
    const gap = before && gapInWords(before, event.date, words);
    run.events.push({ ...storyEvent(event, facts, sides, bibliography, words), ...(gap !== undefined && { gap }) });
    before = event.date;
  }
  return runs;
}

function gapInWords(earlier: EdtfDate, later: EdtfDate, words: Messages): string | undefined {
  const gap = gapBetween(earlier, later);
  return gap && fill(words.story.later, { span: spanInWords(gap, words) });
}

/** The anchor of a dispute. */
export function disputeAnchor(id: string): string {
  return `dispute-${id}`;
}

function storyEvent(event: Event, facts: Facts, sides: Sides, bibliography: Bibliography, words: Messages): StoryEvent {
  const place = event.place === undefined ? undefined : facts.places[event.place];
  const side = sides.get(place?.side);
  return {
    id: event.id,
    date: event.date,
    when: eventTime(event.date, event.place, { places: facts.places, sides }, words),
    ...(place && { place: place.name, position: { at: place.at, timeZone: place.timeZone } }),
    ...(side && { side }),
    status: event.status,
    ...(event.dispute !== undefined && { disputeAnchor: disputeAnchor(event.dispute) }),
    ...citedWords(event, bibliography),
    plain: {
      title: plainText(event.title),
      text: plainText(event.text),
      ...(event.saidBy !== undefined && { saidBy: plainText(event.saidBy) }),
      ...(place && { place: plainText(place.name) }),
    },
  };
}

/** What an event says, its citations taken from a page's bibliography. */
export function citedWords(
  event: Event,
  bibliography: Bibliography,
): Pick<StoryEvent, 'title' | 'text' | 'saidBy' | 'citations'> {
  const number = (text: RichText): RichText => bibliography.number(text);
  return {
    title: number(event.title),
    text: number(event.text),
    ...(event.saidBy !== undefined && { saidBy: number(event.saidBy) }),
    citations: event.sources.map((id) => bibliography.cite(id)),
  };
}
