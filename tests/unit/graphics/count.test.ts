import { expect, test } from 'vitest';
import { layOutCount, unitsAMark } from '../../../src/graphics/count.ts';

test('draws every unit once, group after group', () => {
  const counts = [316, 1, 14, 144];
  const { groups, rows } = layOutCount(counts, 25);
  expect(groups.map((runs) => runs.reduce((sum, { count }) => sum + count, 0))).toEqual(counts);
  const cells = groups
    .flat()
    .flatMap(({ row, column, count }) => Array.from({ length: count }, (_, index) => row * 25 + column + index));
  expect(cells).toEqual(Array.from({ length: 475 }, (_, index) => index));
  expect(rows).toBe(19);
});

test('no run leaves its row', () => {
  const { groups } = layOutCount([3, 60, 0, 1], 25);
  for (const { column, count } of groups.flat()) expect(column + count).toBeLessThanOrEqual(25);
  expect(groups[2]).toEqual([]);
});

test.each([
  [475, 1],
  [1000, 1],
  [1001, 2],
  [20_124, 50],
  [999_999_999_999, 1_000_000_000],
])('of %i each mark stands for %i', (total, units) => {
  expect(unitsAMark(total)).toBe(units);
});
