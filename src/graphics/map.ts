import {
  geoAzimuthalEqualArea,
  geoCircle,
  geoContains,
  geoDistance,
  geoGraticule,
  geoInterpolate,
  geoOrthographic,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3-geo';
import { type Label, placeLabels } from './labels.ts';
import { continents, countries, type Outline, UNITED_STATES, usStates } from './outlines.ts';
import { type Point as MapPoint, ShortPath } from './short-path.ts';

/** Longitude and latitude in degrees (WGS 84), as GeoJSON has them. */
type Point = readonly [longitude: number, latitude: number];

/** A place on a map. */
export interface MapStop {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly at: Point;
}

/** A line between two stops. */
export interface MapLine {
  /** The ids of the stops. */
  readonly ends: readonly [from: string, to: string];
  /** Where it passes, from the one stop to the other. */
  readonly path: readonly Point[];
}

/** One map, as SVG in a box of {@link MAP_SIZE} units. */
export interface MapPanel {
  readonly land: string;
  /** The net of meridians and parallels, where the whole globe is drawn: a circle that fills the box. */
  readonly globe?: string;
  readonly lines: readonly string[];
  readonly marks: readonly MapMark[];
  /** The numbers of the stops that it shows larger than the map before it: `1–3`. */
  readonly enlarges?: string;
}

/** A disc with the numbers of the stops that it stands for. */
export interface MapMark {
  readonly x: number;
  readonly y: number;
  /** Half its width. */
  readonly half: number;
  readonly numbers: string;
  /** The stop that it stands for alone. */
  readonly id?: string;
  /** Where the stop is, when the disc had to be moved aside. */
  readonly from?: readonly [x: number, y: number];
  readonly label?: Label;
}

/** Width and height of a map. */
export const MAP_SIZE = 220;
/** Half the height of a mark. */
export const RADIUS = 8;

/** Between the middles of two marks: nearer ones would cover each other. */
const APART = 2 * RADIUS + 3;
const MARGIN = 34;
/** In units of a map: a phone draws one as two or three pixels. */
const SHORTEST_LINE = 6;
/** How far a map reaches from its middle at least, in radians: some 200 km, so that a place can be recognised. */
const LEAST_REACH = 0.03;
/** Beyond it a part of the globe is drawn as a globe, and beyond a hemisphere its ends would lie behind it. */
const GLOBE = 0.6;
const HEMISPHERE = 1.35;
/** Below it a map has room for the small bays and islands. */
const FINE = 0.05;
/** Places within some 300 m of each other are drawn side by side: no outline tells anything about them. */
const LEAST_CROWD = 5e-5;

/**
 * Draws stops and the lines between them: one map of them all, followed by a larger one of each group that would
 * crowd on it.
 *
 * @param stops in the order of their numbers
 */
export function drawMaps(stops: readonly MapStop[], lines: readonly MapLine[]): MapPanel[] {
  return stops.length === 0 ? [] : panelsOf(stops, lines, LEAST_REACH);
}

function panelsOf(stops: readonly MapStop[], lines: readonly MapLine[], leastReach: number): MapPanel[] {
  const isOn = (some: readonly MapStop[]) => (id: string) => some.some((stop) => stop.id === id);
  const whole = lines.filter(({ ends }) => ends.every(isOn(stops)));
  const { middle, reach } = circleAround([...stops.map(({ at }) => at), ...whole.flatMap(({ path }) => path)]);
  const shown = Math.max(reach, leastReach);
  const projection = projectionOf(middle, shown);
  const crowds = crowdsOf(stops, ({ at }) => flat(projection, at)).filter((crowd) => {
    const own = circleAround(crowd.map(({ at }) => at)).reach;
    return own > LEAST_CROWD && own < shown / 2;
  });
  const groups = [...crowds, ...stops.filter((stop) => !crowds.flat().includes(stop)).map((stop) => [stop])];
  const shownLines = lines.filter(
    ({ ends }) => ends.some(isOn(stops)) && !crowds.some((crowd) => ends.every(isOn(crowd))),
  );
  const ways = shownLines.map(({ path }) =>
    drawn(projection, { type: 'LineString', coordinates: path.map((at) => [...at]) }),
  );
  const panel = {
    ...groundOf(projection, stops, middle, shown),
    lines: ways.map(String),
    marks: marksOf(
      groups.map((group) => ({ group, at: middleOf(group.map(({ at }) => flat(projection, at))) })),
      ways.flatMap(({ segments }) => segments),
    ),
  };
  const insets = crowds.map((crowd) => {
    const [first, ...rest] = panelsOf(crowd, lines, 0) as [MapPanel, ...MapPanel[]];
    return [{ ...first, enlarges: numbersOf(crowd) }, ...rest];
  });
  return [panel, ...insets.flat()];
}

/** The middle between the two points that lie farthest apart, and how far away from it the points reach, in radians. */
function circleAround(points: readonly Point[]): { middle: [number, number]; reach: number } {
  let [ends, distance] = [[points[0], points[0]] as [Point, Point], 0];
  for (const one of points)
    for (const other of points)
      if (geoDistance([...one], [...other]) > distance)
        [ends, distance] = [[one, other], geoDistance([...one], [...other])];
  const middle = geoInterpolate([...ends[0]], [...ends[1]])(0.5);
  return { middle, reach: Math.max(...points.map((point) => geoDistance(middle, [...point]))) };
}

/** A map of what lies around a point, north upwards there. */
function projectionOf([longitude, latitude]: [number, number], reach: number): GeoProjection {
  if (reach < GLOBE)
    return (
      geoAzimuthalEqualArea()
        .rotate([-longitude, -latitude])
        .fitExtent(
          boxWithin(MARGIN),
          geoCircle()
            .center([longitude, latitude])
            .radius((reach * 180) / Math.PI)(),
        )
        // Outlines bend too little here to be worth a closer look.
        .precision(0)
        // Near a corner of the cut, points fall together: it lies outside, where the drawing ends.
        .clipExtent(boxWithin(-SHORTEST_LINE))
    );
  return (reach < HEMISPHERE ? geoOrthographic() : geoAzimuthalEqualArea().clipAngle(170))
    .rotate([-longitude, -latitude * 0.8])
    .precision(0.2)
    .fitExtent(boxWithin(2), { type: 'Sphere' });
}

/** The ground of a map: the outlines that it takes to know the region again, at the detail that the map can show. */
function groundOf(
  projection: GeoProjection,
  stops: readonly MapStop[],
  middle: [number, number],
  reach: number,
): Pick<MapPanel, 'land' | 'globe'> {
  if (reach >= GLOBE) {
    projection.precision(1.5);
    const globe = pathOf(projection, geoGraticule().step([90, 45]).precision(10)());
    const land = pathOf(projection, continents());
    projection.precision(0.2);
    return { land, globe };
  }
  const isNear = ({ from, reaches }: Outline): boolean => geoDistance(from, middle) < reaches + 2 * reach;
  const states = usStates().filter(isNear);
  const isAmerican = states.some(({ shape }) => stops.some(({ at }) => geoContains(shape, [...at])));
  const shapes = (isAmerican || reach > FINE ? countries.far() : countries.near()).filter(isNear);
  const shown = isAmerican ? [...shapes.filter(({ shape }) => shape.id !== UNITED_STATES), ...states] : shapes;
  return { land: pathOf(projection, { type: 'FeatureCollection', features: shown.map(({ shape }) => shape) }) };
}

/** Moves marks onto the map that its edge would cut, and apart that would cover each other, and names those that stand for one stop. */
function marksOf(
  groups: readonly { group: readonly MapStop[]; at: [number, number] }[],
  lines: readonly (readonly [MapPoint, MapPoint])[],
): MapMark[] {
  const marks = groups
    .map(({ group, at: [x, y] }) => {
      const numbers = numbersOf(group);
      const half = RADIUS + 3.5 * Math.max(0, numbers.length - 2);
      const alone = group.length === 1 ? group[0] : undefined;
      return { group, alone, numbers, half, fromX: x, fromY: y, x: clamp(x, half + 1), y: clamp(y, RADIUS + 1) };
    })
    .toSorted((one, other) => (one.group[0]?.number ?? 0) - (other.group[0]?.number ?? 0));
  spread(marks);
  const named = marks.map(({ x, y, half, alone }) => ({ x, y, half, tall: RADIUS, name: alone?.name ?? '' }));
  const labels = placeLabels(named, MAP_SIZE, lines);
  return marks.map(({ alone, numbers, half, fromX, fromY, x, y }, index) => {
    const label = labels[index];
    const isAside = Math.hypot(x - fromX, y - fromY) > RADIUS / 2;
    return {
      ...{ x: Math.round(x), y: Math.round(y), half, numbers },
      ...(alone && { id: alone.id }),
      ...(isAside && { from: [Math.round(fromX), Math.round(fromY)] as const }),
      ...(label && { label }),
    };
  });
}

/** Pushes marks away from each other until none covers another, as far as there is room. */
function spread(marks: { x: number; y: number; half: number }[]): void {
  for (let round = 0; round < 200; round++)
    for (const [index, one] of marks.entries())
      for (const other of marks.slice(0, index)) {
        const [dx, dy] = [one.x - other.x, one.y - other.y];
        const apart = APART + one.half + other.half - 2 * RADIUS - Math.hypot(dx, dy);
        if (apart <= 0) continue;
        // Two stops at one point part in a direction of their own.
        const angle = dx === 0 && dy === 0 ? index * 2.4 : Math.atan2(dy, dx);
        for (const [mark, by] of [
          [one, apart / 2],
          [other, -apart / 2],
        ] as const) {
          mark.x = clamp(mark.x + Math.cos(angle) * by, mark.half + 1);
          mark.y = clamp(mark.y + Math.sin(angle) * by, RADIUS + 1);
        }
      }
}

/** Items of which each is nearer to another one of its group than two marks can be. */
function crowdsOf<Item>(items: readonly Item[], at: (item: Item) => [number, number]): Item[][] {
  let groups: Item[][] = [];
  for (const item of items) {
    const isNear = (other: Item): boolean => Math.hypot(at(item)[0] - at(other)[0], at(item)[1] - at(other)[1]) < APART;
    const [near, far] = [groups.filter((group) => group.some(isNear)), groups.filter((group) => !group.some(isNear))];
    groups = [...far, [...near.flat(), item]];
  }
  return groups.filter((group) => group.length > 1);
}

/** `3`, `1–3` or `1, 3`. */
function numbersOf(stops: readonly MapStop[]): string {
  const numbers = stops.map(({ number }) => number).toSorted((a, b) => a - b);
  const [first = 0, last = first] = [numbers[0], numbers.at(-1)];
  if (first === last) return String(first);
  return last - first === numbers.length - 1 ? `${first}–${last}` : numbers.join(', ');
}

function flat(projection: GeoProjection, at: Point): [number, number] {
  return projection([...at]) ?? [MAP_SIZE / 2, MAP_SIZE / 2];
}

function middleOf(points: readonly [number, number][]): [number, number] {
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1)];
}

function clamp(value: number, margin: number): number {
  return Math.min(Math.max(value, margin), MAP_SIZE - margin);
}

function drawn(projection: GeoProjection, shape: GeoPermissibleObjects): ShortPath {
  const path = new ShortPath(SHORTEST_LINE);
  geoPath(projection, path)(shape);
  return path;
}

function pathOf(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  return drawn(projection, shape).toString();
}

function boxWithin(margin: number): [[number, number], [number, number]] {
  return [
    [margin, margin],
    [MAP_SIZE - margin, MAP_SIZE - margin],
  ];
}
