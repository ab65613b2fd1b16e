import type { Event, Phase } from '../content/model/article.ts';
import type { EdtfDate } from '../dates/edtf.ts';
import { gapBetween } from '../dates/interval.ts';
import { spanInWords } from '../dates/format.ts';
import { fill } from '../i18n/interpolate.ts';
import type { Words } from '../i18n/words.ts';
import { plainText } from '../text/rich-text.ts';
import type { Facts } from './localise.ts';
import type { StoryEntry } from './parts.ts';
import type { Sides, StorySide } from './sides.ts';
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
export function timelineOf(facts: Facts, shown: readonly ShownEvent[], sides: Sides, words: Words): StoryPhase[] {
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

function storyEvent(fact: Event, event: ShownEvent, { places }: Facts, sides: Sides, words: Words): StoryEvent {
  const { title, text, saidBy, place } = event;
  const side = sides.get(place?.side);
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
