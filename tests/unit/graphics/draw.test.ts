import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const DRAW = pathToFileURL(join(import.meta.dirname, '../../../src/graphics/draw.ts')).href;

/** Draws a set of cards in a process of its own, in one order or the other, and gives the digest of each. */
function drawn(reversed: boolean, atOnce: boolean): unknown {
  const code = `
    import { createHash } from 'node:crypto';
    const { drawCard } = await import(${JSON.stringify(DRAW)});
    const cards = Array.from({ length: 24 }, (_, index) => {
      const letters = Array.from({ length: 12 }, (_, at) => String.fromCodePoint(0xac00 + ((index * 997 + at * 389) % 11172)));
      return {
        lang: index % 2 ? 'ko' : 'en',
        siteName: 'Plain Record 기록',
        title: index % 2 ? letters.join('') : 'Title ' + index + ' – “one” ' + letters[0],
        over: (index + 1) + ' September 2025 · ' + letters.slice(3, 6).join(''),
        under: 'café, ' + letters.slice(6).join(''),
        marks: [{ side: 1, here: false }, { side: 2, here: true }],
        status: index % 3 ? 'Reported' : '보도됨',
      };
    });
    const digests = {};
    const draw = async (index) => {
      digests[index] = createHash('sha256').update(await drawCard(cards[index])).digest('hex');
    };
    const order = [...cards.keys()];
    if (${reversed}) order.reverse();
    if (${atOnce}) await Promise.all(order.map(draw));
    else for (const index of order) await draw(index);
    console.log(JSON.stringify(digests));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

it('draws a card the same whatever was drawn before it, one by one or all at once', () => {
  const first = drawn(false, false);
  expect(new Set(Object.values(first as object)).size).toBe(24);
  expect(drawn(true, false)).toEqual(first);
  expect(drawn(false, true)).toEqual(first);
});
