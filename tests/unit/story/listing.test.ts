import { expect, it } from 'vitest';
import { listings } from '../../../src/story/urls.ts';

const items = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

it.each([
  [0, [0]],
  [1, [1]],
  [100, [100]],
  [101, [100, 1]],
  [250, [100, 100, 50]],
])('a list of %i has pages of %j', (count, sizes) => {
  const pages = listings(items(count));
  expect(pages.map((page) => page.items.length)).toEqual(sizes);
  expect(pages.map(({ number }) => number)).toEqual(sizes.map((_, index) => index + 1));
  for (const { of } of pages) expect(of).toBe(sizes.length);
  expect(pages.flatMap((page) => page.items)).toEqual(items(count));
});
