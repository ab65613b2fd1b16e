import { describe, expect, test } from 'vitest';
import { drawJourney, MAP_SIZE } from '../../../src/graphics/map.ts';
import { pointsOf } from './points-of.ts';

const ellabell = { id: 'ellabell', at: [-81.456, 32.154] } as const;
const folkston = { id: 'folkston', at: [-82.01, 30.83] } as const;
const atlanta = { id: 'atlanta', at: [-84.428, 33.637] } as const;
const incheon = { id: 'incheon', at: [126.441, 37.46] } as const;
const busan = { id: 'busan', at: [129.075, 35.18] } as const;

describe('the way', () => {
  const places = [ellabell, folkston, atlanta, incheon];
  const { near, far } = drawJourney(places, [
    { from: 'ellabell', to: 'folkston' },
    { from: 'folkston', to: 'atlanta' },
    { from: 'atlanta', to: 'incheon' },
  ]);

  test('parts legs within a region from those around the globe', () => {
    expect(near?.legs.map(({ to }) => to)).toEqual(['folkston', 'atlanta']);
    expect(far?.legs.map(({ to }) => to)).toEqual(['incheon']);
    expect(near?.places.map(({ id }) => id)).toEqual(['ellabell', 'folkston', 'atlanta']);
    expect(far?.places.map(({ id }) => id)).toEqual(['atlanta', 'incheon']);
  });

  test('keeps compass directions: Atlanta north-west of Ellabell, Folkston south of it', () => {
    const at = Object.fromEntries((near?.places ?? []).map((place) => [place.id, place]));
    expect(at['atlanta']?.y).toBeLessThan(at['ellabell']?.y ?? 0);
    expect(at['atlanta']?.x).toBeLessThan(at['ellabell']?.x ?? 0);
    expect(at['folkston']?.y).toBeGreaterThan(at['ellabell']?.y ?? 0);
  });

  test('fills the county where the way starts: a small part of the state', () => {
    const width = (path = ''): number => {
      const xs = pointsOf(path).map(([x]) => x);
      return Math.max(...xs) - Math.min(...xs);
    };
    expect(near?.county).toBeTruthy();
    expect(width(near?.county)).toBeLessThan(width(near?.land) / 3);
  });

  test('draws the long leg as an arc, not as a straight line', () => {
    const heights = pointsOf(far?.legs[0]?.path ?? '').map(([, y]) => y);
    const line = ((heights[0] ?? 0) + (heights.at(-1) ?? 0)) / 2;
    expect(Math.min(...heights)).toBeLessThan(line - 3);
  });

  test('stays in its box', () => {
    for (const { x, y } of [...(near?.places ?? []), ...(far?.places ?? [])])
      for (const value of [x, y]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(MAP_SIZE);
      }
  });
});

test('a way outside the United States has land, and no county', () => {
  const { near, far } = drawJourney([incheon, busan], [{ from: 'incheon', to: 'busan' }]);
  expect(near?.land).toBeTruthy();
  expect(near?.county).toBeUndefined();
  expect(far).toBeUndefined();
});

test('a way without known places has no maps', () => {
  expect(drawJourney([], [{ from: 'a', to: 'b' }])).toEqual({});
});
