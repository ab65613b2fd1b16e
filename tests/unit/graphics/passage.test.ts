import { expect, test } from 'vitest';
import { BAR, layOutPassage } from '../../../src/graphics/passage.ts';

test('a flight from late morning meets dusk and midnight where they are on that clock', () => {
  const { nights, midnights } = layOutPassage(11 * 60 + 38, 882);
  expect(nights).toEqual([{ from: Math.round((382 / 882) * BAR), to: BAR }]);
  expect(midnights).toEqual([Math.round((742 / 882) * BAR)]);
});

test('a departure after midnight starts in the night and sees no new day', () => {
  const { nights, midnights } = layOutPassage(38, 882);
  expect(nights[0]?.from).toBe(0);
  expect(nights).toHaveLength(1);
  expect(midnights).toEqual([]);
});

test('a passage of years shows no nights, which nobody could count', () => {
  expect(layOutPassage(0, 9_998 * 366 * 1440)).toEqual({ nights: [], midnights: [] });
});

test('a passage of several days has a night and a midnight for each', () => {
  const { nights, midnights } = layOutPassage(12 * 60, 3 * 1440);
  expect(nights).toHaveLength(3);
  expect(midnights).toHaveLength(3);
});
