import { readFileSync } from 'node:fs';
import { Renderer } from '@takumi-rs/core';
import { CARD_SIZE, type Card, cardTexts, cardTree } from './card.ts';
import { FAMILIES, type Family, piecesFor } from './fonts.ts';

const renderer = new Renderer();
const registered = new Set<string>();
let fonts: Promise<unknown> = Promise.resolve();

/** Draws a preview picture: a PNG of 1200 by 630 pixels. The same card gives the same bytes on every machine. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const { serif, sans } = cardTexts(card);
  // A character that one font lacks is looked for in the other.
  const texts = { serif, sans: sans + serif };
  for (const family of FAMILIES) register(family, texts[family]);
  await fonts;
  return new Uint8Array(await renderer.render(cardTree(card), { ...CARD_SIZE, format: 'png', lang: card.lang }));
}

/** Hands fonts to the renderer one after the other: handed over at once, they race, and some pictures differ. */
function register(family: Family, text: string): void {
  for (const { file, ranges } of piecesFor(family, text)) {
    if (registered.has(file)) continue;
    registered.add(file);
    const unicodeRange = ranges.map(([first, last]): [number, number] => [first, last]);
    fonts = fonts.then(() => renderer.registerFont({ name: family, data: readFileSync(file), unicodeRange }));
  }
}
