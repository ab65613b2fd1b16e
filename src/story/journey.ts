import type { Event, Place } from '../content/model/article.ts';
import { instantOf } from '../dates/compare.ts';
import type { EdtfDate } from '../dates/edtf.ts';
import { gapBetween } from '../dates/interval.ts';
import { spanInWords } from '../dates/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Facts } from './localise.ts';
import { sideOf, type StorySide } from './parts.ts';
import { type Clock, eventTime } from './event-time.ts';
import type { RichText } from '../text/rich-text.ts';

/** A way on the map, ready to be shown. */
export interface Journey {
  /** The places in the order in which the way comes to them. */
  readonly places: readonly JourneyPlace[];
  readonly legs: readonly JourneyLeg[];
}

export interface JourneyPlace {
  readonly id: string;
  readonly name: RichText;
  /** [longitude, latitude] in degrees, as GeoJSON has them. */
  readonly at: readonly [longitude: number, latitude: number];
  readonly side?: StorySide;
}

interface JourneyLeg {
  readonly from: string;
  readonly to: string;
  /** The event that tells it. */
  readonly event?: Pick<Event, 'id' | 'title'>;
  /** Both ends on every clock, where both have a time of day. */
  readonly passage?: Passage;
}

/** A leg that is known to the minute. */
export interface Passage {
  /** On every clock of the story, in the same order at both ends. */
  readonly departure: readonly Clock[];
  readonly arrival: readonly Clock[];
  /** Minutes under way, as far as the two times tell. */
  readonly minutes: number;
  /** How long it took, in words, no more exact than reports of minutes allow. */
  readonly duration: string;
}

/** The way of a story, or `undefined` where its frontmatter has none. */
export function journeyOf(facts: Facts, sides: readonly StorySide[], words: Messages): Journey | undefined {
  const legs = (facts.journey ?? []).filter(({ from, to }) => facts.places[from] && facts.places[to]);
  if (legs.length === 0) return undefined;
  const ids = [...new Set(legs.flatMap(({ from, to }) => [from, to]))];
  return {
    places: ids.map((id) => {
      const { name, at, side: sideId } = facts.places[id] as Place;
      const side = sideOf(sides, sideId);
      return { id, name, at: [at[1], at[0]], ...(side && { side }) };
    }),
    legs: legs.map(({ from, to, event: eventId }) => {
      const event = facts.timeline.find(({ id }) => id === eventId);
      const passage = event && passageOf(event, to, facts, sides, words);
      return { from, to, ...(event && { event }), ...(passage && { passage }) };
    }),
  };
}

function passageOf(
  departure: Event,
  to: string,
  { places, timeline, journey }: Facts,
  sides: readonly StorySide[],
  words: Messages,
): Passage | undefined {
  const later = timeline.slice(timeline.indexOf(departure) + 1);
  // An event that tells the next leg is where that one sets out, not where this one arrives.
  const settingOut = new Set(journey?.map(({ event }) => event));
  const arrival = later.find(({ id, date, place }) => place === to && date.kind === 'time' && !settingOut.has(id));
  if (arrival?.date.kind !== 'time' || departure.date.kind !== 'time') return undefined;
  const gap = gapBetween(departure.date, arrival.date);
  if (!gap) return undefined;
  const ends = [departure.place ?? to, to].flatMap((id) => (places[id] ? [[id, places[id]] as const] : []));
  // Both ends on the clock of the departure first, so that a row is one clock.
  const clocks = (date: EdtfDate): readonly Clock[] =>
    eventTime(date, places[departure.place ?? ''], { places: Object.fromEntries(ends), sides }, words, true).clocks;
  return {
    departure: clocks(departure.date),
    arrival: clocks(arrival.date),
    minutes: instantOf(arrival.date) - instantOf(departure.date),
    duration: spanInWords(gap, words),
  };
}
