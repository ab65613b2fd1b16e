import { instantOf } from '../dates/compare.ts';
import type { EdtfDate } from '../dates/edtf.ts';
import { gapBetween } from '../dates/interval.ts';
import { spanInWords } from '../dates/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Facts } from './localise.ts';
import type { Sides, StorySide } from './sides.ts';
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
  readonly event?: { readonly id: string; readonly title: RichText };
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
export function journeyOf(facts: Facts, sides: Sides, words: Messages): Journey | undefined {
  const legs = (facts.journey ?? []).filter(({ from, to }) => facts.places[from] && facts.places[to]);
  if (legs.length === 0) return undefined;
  const ids = [...new Set(legs.flatMap(({ from, to }) => [from, to]))];
  return {
    places: ids.map((id) => {
      const { name, at, side: sideId } = facts.places[id] as Facts['places'][string];
      const side = sides.get(sideId);
      return { id, name, at: [at[1], at[0]], ...(side && { side }) };
    }),
    legs: legs.map(({ from, to, event: eventId }) => {
      const event = facts.timeline.find(({ id }) => id === eventId);
      const passage = event && passageOf(event, to, facts, sides, words);
      return {
        from,
        to,
        ...(event && { event: { id: event.id, title: event.title } }),
        ...(passage && { passage }),
      };
    }),
  };
}

function passageOf(
  departure: Facts['timeline'][number],
  to: string,
  facts: Facts,
  sides: Sides,
  words: Messages,
): Passage | undefined {
  const later = facts.timeline.slice(facts.timeline.indexOf(departure) + 1);
  // An event that tells the next leg is where that one sets out, not where this one arrives.
  const settingOut = new Set(facts.journey?.map(({ event }) => event));
  const arrival = later.find(({ id, date, place }) => place === to && date.kind === 'time' && !settingOut.has(id));
  if (arrival?.date.kind !== 'time' || departure.date.kind !== 'time') return undefined;
  const gap = gapBetween(departure.date, arrival.date);
  if (!gap) return undefined;
  // Both ends on the clock of the departure first, so that a row is one clock.
  const places = { ...firstOf(facts.places, departure.place), ...firstOf(facts.places, to) };
  const clocks = (date: EdtfDate): readonly Clock[] =>
    eventTime(date, departure.place, { places, sides }, words, true).clocks;
  return {
    departure: clocks(departure.date),
    arrival: clocks(arrival.date),
    minutes: instantOf(arrival.date) - instantOf(departure.date),
    duration: spanInWords(gap, words),
  };
}

function firstOf(places: Facts['places'], id: string | undefined): Facts['places'] {
  const place = id === undefined ? undefined : places[id];
  return place && id !== undefined ? { [id]: place } : {};
}
