import { hash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, expect, test, vi } from 'vitest';
import type { Card } from '../../../src/graphics/card.ts';
import { drawCard, pictureOf } from '../../../src/graphics/draw.ts';
import { momentCard, siteCard, storyCard } from '../../../src/graphics/story-cards.ts';
import { hostile } from './hostile.ts';

const { story, context } = hostile();
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
afterAll(() => rmSync(folder, { recursive: true }));

const cards: [string, Card][] = [
  ['an article', storyCard(story, context)],
  ['the site', siteCard(context)],
  [
    'words without an end',
    { ...storyCard(story, context), title: 'w'.repeat(5000), over: 'w'.repeat(5000), under: 'w'.repeat(5000) },
  ],
  ...story.moments.map((moment): [string, Card] => [
    `the moment ${moment.event.id}`,
    momentCard(story, moment, context),
  ]),
];
const hangul: Card = {
  lang: 'ko',
  siteName: 'Record',
  title: '랜도, 서울에서 깊은 유감 표명',
  over: '',
  under: '',
  marks: [],
};

/** The rows and columns in which something else than paper is drawn. */
function inkOf(png: Uint8Array): { top: number; bottom: number; left: number; right: number; pixels: number } {
  const { width, height, data } = PNG.sync.read(Buffer.from(png));
  const ink = { top: height, bottom: 0, left: width, right: 0, pixels: 0 };
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4] as number) > 0xf0) continue;
      ink.pixels++;
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y);
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x);
    }
  return ink;
}

test.each(cards)('the picture of %s is 1200 by 630, small, and keeps its words in the middle', async (_name, card) => {
  const picture = await drawCard(card);
  const { width, height } = PNG.sync.read(Buffer.from(picture));
  expect([width, height]).toEqual([1200, 630]);
  expect(picture.length).toBeLessThan(300_000);
  const ink = inkOf(picture);
  expect(ink.top).toBeGreaterThanOrEqual(15);
  expect(ink.bottom).toBeLessThan(615);
  expect(ink.left).toBeGreaterThan(0);
  expect(ink.right).toBeLessThan(1199);
});

test('Hangul is drawn, each syllable as itself', async () => {
  const blank = inkOf(await drawCard({ ...hangul, title: '' })).pixels;
  const drawn = await Promise.all(['간', '힣', '漢'].map((title) => drawCard({ ...hangul, title })));
  for (const picture of drawn) expect(inkOf(picture).pixels).toBeGreaterThan(blank + 500);
  expect(new Set(drawn.map((picture) => Buffer.from(picture).toString('base64'))).size).toBe(3);
});

test.each([
  ['🚀 랜도, 서울에서', '랜도, 서울에서'],
  ['Seoul 👩‍🚀🇰🇷 and 👍🏽 Georgia', 'Seoul and Georgia'],
])('the picture of "%s" has its words without what no font draws', async (title, words) => {
  const [shown, plain] = await Promise.all([title, words].map((text) => drawCard({ ...hangul, title: text })));
  expect(Buffer.from(shown as Uint8Array).equals(Buffer.from(plain as Uint8Array))).toBe(true);
});

test('the same card gives the same bytes', async () => {
  expect(Buffer.from(await drawCard(hangul)).equals(Buffer.from(await drawCard({ ...hangul })))).toBe(true);
});

test('a picture is drawn once, and anew when anything in it changes', async () => {
  const first = await pictureOf(hangul, folder);
  const [file = ''] = readdirSync(folder);
  // What is kept is what is given out: so a mark left in the file, with its sum, shows that nothing was drawn.
  writeFileSync(join(folder, file), Buffer.concat([Buffer.from('kept'), hash('sha256', 'kept', 'buffer')]));
  expect(Buffer.from(await pictureOf(hangul, folder)).toString()).toBe('kept');
  const other = await pictureOf({ ...hangul, under: 'changed' }, folder);
  expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
  rmSync(join(folder, file));
  expect(Buffer.from(await pictureOf(hangul, folder)).equals(Buffer.from(first))).toBe(true);
  expect(existsSync(join(folder, file))).toBe(true);
});

test.each<[string, (kept: Buffer) => Uint8Array]>([
  ['empty', () => new Uint8Array()],
  ['cut short', (kept) => kept.subarray(0, kept.length / 2)],
  ['one bit off', (kept) => kept.map((byte, at) => (at === 100 ? byte ^ 1 : byte))],
  ['something else', () => Buffer.from('<script>x</script>'.repeat(9))],
])('a picture that is kept %s is drawn anew', async (_what, damaged) => {
  const whole = Buffer.from(await pictureOf(hangul, folder));
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    writeFileSync(file, damaged(readFileSync(file)));
  }
  expect(Buffer.from(await pictureOf(hangul, folder)).equals(whole)).toBe(true);
});

test('a picture is drawn where none can be kept, and one line says so', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const nowhere = join(folder, 'file/pictures');
  writeFileSync(join(folder, 'file'), '');
  const [one, two] = [await pictureOf(hangul, nowhere), await pictureOf({ ...hangul, title: 'two' }, nowhere)];
  expect(one.length).toBeGreaterThan(1000);
  expect(two.length).toBeGreaterThan(1000);
  expect(warned).toHaveBeenCalledOnce();
  warned.mockRestore();
});
