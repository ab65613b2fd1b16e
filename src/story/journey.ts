import type { Event, Original, Place } from '../content/model/article.ts';
import { instantOf } from '../dates/compare.ts';
import type { ClockTime, EdtfDate } from '../dates/edtf.ts';
import { lengthBetween } from '../dates/interval.ts';
import { spanInWords } from '../dates/format.ts';
import { inZone } from '../dates/zone.ts';
import type { Messages } from '../i18n/messages.ts';
import { sideOf, type StorySide } from './parts.ts';
import { type Clock, clockAt } from './event-time.ts';
import type { RichText } from '../text/rich-text.ts';

/** [longitude, latitude] in degrees, as GeoJSON has them. */
type Position = readonly [longitude: number, latitude: number];

/** A place of the map. */
export interface MapPlace {
  readonly id: string;
  readonly name: RichText;
  readonly at: Position;
  readonly side?: StorySide | undefined;
}

export interface JourneyLeg {
  readonly from: string;
  readonly to: string;
  /** The event that tells it. */
  readonly event?: Pick<Event, 'id' | 'title' | 'place'> | undefined;
  /** Points that it goes through, in order. */
  readonly via: readonly Position[];
  /** Both ends on the clocks of both, where the editor named their events. */
  readonly passage?: Passage | undefined;
}

/** A leg whose departure and arrival are told by events with a time of day. */
export interface Passage {
  /** From where to where, unless the two clocks say so. */
  readonly way?: RichText;
  /** On the clock of either end, in the same order at both. */
  readonly departure: readonly Clock[];
  readonly arrival: readonly Clock[];
  /** Minutes under way, as far as the two times tell. */
  readonly minutes: number;
  /** How long it took, in words, no more exact than reports of minutes allow. */
  readonly duration: string;
}

/** The places of a story's map: those of its journey in the order in which the way comes to them, or else all. */
export function mapPlaces({ places, journey }: Original, sides: readonly StorySide[]): MapPlace[] {
  const ids = journey ? journey.flatMap(({ from, to }) => [from, to]) : Object.keys(places);
  return [...new Set(ids)].flatMap((id) => {
    if (!places[id]) return [];
    const { name, at, side } = places[id];
    return { id, name, at: [at[1], at[0]] as const, side: sideOf(sides, side) };
  });
}

/** The legs of a story's journey. */
export function journeyOf(facts: Original, sides: readonly StorySide[], words: Messages): JourneyLeg[] {
  const legs = (facts.journey ?? []).filter(({ from, to }) => facts.places[from] && facts.places[to]);
  return legs.map(({ from, to, event: eventId, via = [], departs, arrives }) => {
    const [event, departure, arrival] = [eventId, departs, arrives].map((id) =>
      facts.timeline.find((one) => one.id === id),
    );
    const ends = [from, to].map((id) => facts.places[id] as Place);
    return {
      ...{ from, to, event, via: via.map(([latitude, longitude]) => [longitude, latitude] as const) },
      passage: passageOf(departure?.date, arrival?.date, ends, sides, words),
    };
  });
}

function passageOf(
  departure: EdtfDate | undefined,
  arrival: EdtfDate | undefined,
  ends: readonly Place[],
  sides: readonly StorySide[],
  words: Messages,
): Passage | undefined {
  if (departure?.kind !== 'time' || arrival?.kind !== 'time') return undefined;
  const places = ends.filter(({ timeZone }, index) => ends.findIndex((other) => other.timeZone === timeZone) === index);
  const years = places.flatMap(({ timeZone }) => [departure, arrival].map((time) => inZone(time, timeZone).year));
  const short = new Set(years).size > 1 ? 'year' : 'day';
  const clocks = (time: ClockTime): Clock[] => places.map((place) => clockAt(time, place, sides, words, short));
  return {
    ...(places.length === 1 && { way: ends.flatMap(({ name }, index) => [...(index > 0 ? [' – '] : []), ...name]) }),
    departure: clocks(departure),
    arrival: clocks(arrival),
    minutes: Math.round((instantOf(arrival) - instantOf(departure)) / 60),
    duration: spanInWords(lengthBetween(departure, arrival), words),
  };
}
