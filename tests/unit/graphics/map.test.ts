import { describe, expect, test } from 'vitest';
import { drawMaps, MAP_SIZE, type MapLine, type MapPanel, type MapStop, RADIUS } from '../../../src/graphics/map.ts';
import { pointsOf, ringsOf } from './points-of.ts';

type At = readonly [longitude: number, latitude: number];

function stops(places: Readonly<Record<string, At>>): MapStop[] {
  return Object.entries(places).map(([name, at], index) => ({ id: name, name, number: index + 1, at }));
}

function lines(all: readonly MapStop[], via: readonly At[] = []): MapLine[] {
  return all.slice(1).map((stop, index) => {
    const before = all[index] as MapStop;
    return { ends: [before.id, stop.id], path: [before.at, ...via, stop.at] };
  });
}

const numbersOn = ({ marks }: MapPanel): string[] => marks.map(({ numbers }) => numbers);
const namesOn = (panels: readonly MapPanel[]): string[] =>
  panels.flatMap(({ marks }) => marks.flatMap(({ label }) => label?.lines.join(' ') ?? []));

const georgia = stops({
  Ellabell: [-81.456, 32.154],
  Folkston: [-82.01, 30.83],
  Atlanta: [-84.428, 33.637],
  Incheon: [126.441, 37.46],
});
const berths = stops({ One: [32.55, 29.93], Two: [32.551, 29.931], Three: [32.55, 29.93] });
const city = stops({ Palace: [126.977, 37.58], Hall: [126.978, 37.5665], Office: [126.97, 37.535] });
const row = stops(
  Object.fromEntries(Array.from({ length: 14 }, (_, at) => [`Stop ${at + 1}`, [10 + at * 0.12, 50] as const])),
);

describe('a way around the globe with three stops close together', () => {
  const [world, near, ...rest] = drawMaps(georgia, lines(georgia)) as [MapPanel, MapPanel];

  test('has a map of it all, where they are one mark, and a larger one of those three', () => {
    expect(rest).toEqual([]);
    expect(numbersOn(world)).toEqual(['1–3', '4']);
    expect(numbersOn(near)).toEqual(['1', '2', '3']);
    expect(near.enlarges).toBe('1–3');
    expect(world.globe).toBeTruthy();
    expect(near.globe).toBeUndefined();
  });

  test('keeps compass directions: Atlanta north-west of Ellabell, Folkston south of it', () => {
    const [ellabell, folkston, atlanta] = near.marks as [
      MapPanel['marks'][0],
      MapPanel['marks'][0],
      MapPanel['marks'][0],
    ];
    expect(atlanta.y).toBeLessThan(ellabell.y);
    expect(atlanta.x).toBeLessThan(ellabell.x);
    expect(folkston.y).toBeGreaterThan(ellabell.y);
  });

  test('draws each line on every map that shows an end of it, the long one as an arc', () => {
    expect(world.lines).toHaveLength(1);
    expect(near.lines).toHaveLength(3);
    const heights = pointsOf(world.lines[0] ?? '').map(([, y]) => y);
    expect(Math.min(...heights)).toBeLessThan(((heights[0] ?? 0) + (heights.at(-1) ?? 0)) / 2 - 3);
  });
});

test.each(Object.entries({ georgia, berths, city, row }))(
  'no two marks of %s cover each other, all are in the box, and every stop has its number and, once, its name',
  (_name, some) => {
    const panels = drawMaps(some, lines(some));
    for (const { marks } of panels)
      for (const [index, { x, y, half }] of marks.entries()) {
        for (const at of [x - half, x + half, y - RADIUS, y + RADIUS]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(MAP_SIZE);
        }
        for (const other of marks.slice(0, index))
          expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThanOrEqual(2 * RADIUS - 1);
      }
    const alone = panels.flatMap(({ marks }) => marks.flatMap(({ id }) => id ?? []));
    expect(alone.toSorted()).toEqual(some.map(({ id }) => id).toSorted());
    expect(new Set(namesOn(panels)).size).toBe(namesOn(panels).length);
  },
);

test('stops at one point stand side by side, each with a line to where it is', () => {
  const [panel] = drawMaps(berths, []) as [MapPanel];
  expect(numbersOn(panel)).toEqual(['1', '2', '3']);
  expect(panel.marks.filter(({ from }) => from).length).toBeGreaterThanOrEqual(2);
});

test('a line by sea passes the points that are named on its way', () => {
  const ports = stops({ Singapore: [103.8, 1.2], Suez: [32.55, 29.93] });
  const way: At[] = [
    [80, 5.5],
    [51, 12.5],
    [43.3, 12.6],
  ];
  const [direct] = drawMaps(ports, lines(ports)) as [MapPanel];
  const [bySea] = drawMaps(ports, lines(ports, way)) as [MapPanel];
  expect(detour(bySea.lines[0] ?? '')).toBeGreaterThan(1.1);
  expect(detour(direct.lines[0] ?? '')).toBeLessThan(1.05);
});

/** How much longer a line is than the straight one between its ends. */
function detour(line: string): number {
  const points = pointsOf(line);
  const between = ([x, y] = [0, 0], [toX, toY] = [0, 0]): number => Math.hypot(toX - x, toY - y);
  const length = points.slice(1).reduce((sum, point, index) => sum + between(points[index], point), 0);
  return length / between(points[0], points.at(-1));
}

test('places without a way are a map without lines, a single place shows its region', () => {
  const [hamburg] = drawMaps(stops({ Hamburg: [10, 53.55] }), []) as [MapPanel];
  expect(hamburg.lines).toEqual([]);
  expect(namesOn([hamburg])).toEqual(['Hamburg']);
  expect(hamburg.land.length).toBeGreaterThan(100);
  expect(drawMaps([], [])).toEqual([]);
});

test('land is not sea: in the middle of an ocean there is next to none, far inland nothing else', () => {
  const landAt = (at: At): string => (drawMaps(stops({ here: at }), [])[0] as MapPanel).land;
  const whole = /232[ -]?(?:0|232)/;
  expect(landAt([-140, 30])).toBe('');
  // Islets without an area.
  expect(landAt([72.9, 4.45])).not.toMatch(whole);
  expect(landAt([100, 60])).toMatch(whole);
});

test('land that reaches to the edge of a map fills it up to there', () => {
  const [, near] = drawMaps(stops({ north: [32.31, 31.26], south: [32.55, 29.95], far: [128, 35] }), []);
  const land = ringsOf((near as MapPanel).land);
  const edge = Array.from({ length: 8 }, (_, at) => 1 + at * 10);
  // West of the lower end of the sea, and up from there.
  for (const at of edge) {
    expect(isWithin(land, [at, MAP_SIZE - 1]), `${at} along the lower edge`).toBe(true);
    expect(isWithin(land, [1, MAP_SIZE - at]), `${at} up the left edge`).toBe(true);
    expect(isWithin(land, [MAP_SIZE - 1, MAP_SIZE - at]), `${at} up the right edge`).toBe(true);
  }
});

function isWithin(rings: readonly (readonly [number, number][])[], [x, y]: readonly [number, number]): boolean {
  const passed = rings.flatMap((ring) =>
    ring.filter(([fromX, fromY], index) => {
      const [toX, toY] = ring[(index + 1) % ring.length] as [number, number];
      return fromY > y !== toY > y && x < fromX + ((y - fromY) * (toX - fromX)) / (toY - fromY);
    }),
  );
  return passed.length % 2 === 1;
}

test('every disc is whole on its map, also of places all around the globe', () => {
  const around = stops({
    London: [-0.1, 51.5],
    Lima: [-77, -12],
    Tokyo: [139.7, 35.7],
    Sydney: [151.2, -33.9],
    Cape: [18.4, -33.9],
    York: [-74, 40.7],
  });
  for (const { marks } of drawMaps(around, []))
    for (const { x, y, half } of marks) {
      expect(Math.min(x, MAP_SIZE - x)).toBeGreaterThan(half);
      expect(Math.min(y, MAP_SIZE - y)).toBeGreaterThan(RADIUS);
    }
});
