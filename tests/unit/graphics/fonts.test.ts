import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { drawCard as DrawCard } from '../../../src/graphics/draw.ts';
import { piecesFor, rangesOf } from '../../../src/graphics/fonts.ts';

const handed = { names: [] as string[], atOnce: 0, most: 0 };
let drawCard: typeof DrawCard;

// Test files share what a worker has loaded, so the module is loaded anew with the stand-in, and forgotten again.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock('@takumi-rs/core', () => ({ Renderer: WatchedRenderer }));
  ({ drawCard } = await import('../../../src/graphics/draw.ts'));
});

afterAll(() => {
  vi.doUnmock('@takumi-rs/core');
  vi.resetModules();
});

class WatchedRenderer {
  async registerFont({ name, unicodeRange }: { name: string; unicodeRange: [number, number][] }): Promise<void> {
    const latin = unicodeRange.some(([first, last]) => first <= 0x41 && 0x41 <= last);
    handed.names.push(latin ? `${name} latin` : name);
    handed.most = Math.max(handed.most, ++handed.atOnce);
    await Promise.resolve();
    handed.atOnce--;
  }

  render(): Promise<Uint8Array> {
    expect(handed.atOnce).toBe(0);
    return Promise.resolve(new Uint8Array());
  }
}

it.each(['serif', 'sans'] as const)('no character of the %s is drawn by two pieces of one font', (family) => {
  // Latin, Latin with marks, Hangul and punctuation: letters of many pieces.
  const text = 'Aé가힣쀍똠봤…“';
  const pieces = piecesFor(family, text);
  expect(pieces.length).toBeGreaterThan(5);
  const points = pieces.flatMap((piece) =>
    rangesOf(piece).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  );
  expect(new Set(points).size).toBe(points.length);
  for (const letter of text) expect(piecesFor(family, letter), letter).toHaveLength(1);
});

it('a word in Latin letters is set from one piece', () => {
  expect(piecesFor('serif', 'Landau in New York, 317 of “them” – again…')).toHaveLength(1);
});

it('the renderer gets fonts one at a time, the Latin serif first even for a title without Latin letters', async () => {
  const card = { lang: 'ko', siteName: '기록', over: '', under: '쀍', marks: [] };
  await Promise.all([drawCard({ ...card, title: '구금' }), drawCard({ ...card, title: 'New York' })]);
  expect(handed.names.length).toBeGreaterThan(3);
  expect(handed.names[0]).toBe('noto-serif-kr latin');
  expect(handed.most).toBe(1);
});
