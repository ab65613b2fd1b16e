import { readFileSync } from 'node:fs';
import { Renderer } from '@takumi-rs/core';
import { CARD_SIZE, type Card, cardTexts, cardTree } from './card.ts';
import { type Family, piecesFor } from './fonts.ts';

const renderer = new Renderer();
const registered = new Map<string, Promise<unknown>>();

/** Draws a preview picture: a PNG of 1200 by 630 pixels. The same card gives the same bytes on every machine. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const { serif, sans } = cardTexts(card);
  // A character that one font lacks is looked for in the other.
  await Promise.all([register('serif', serif), register('sans', sans + serif)]);
  return new Uint8Array(await renderer.render(cardTree(card), { ...CARD_SIZE, format: 'png', lang: card.lang }));
}

async function register(family: Family, text: string): Promise<void> {
  const pieces = piecesFor(family, text);
  await Promise.all(
    pieces.map(({ file, ranges }) => {
      let done = registered.get(file);
      if (!done) {
        const unicodeRange = ranges.map(([first, last]): [number, number] => [first, last]);
        done = renderer.registerFont({ name: family, data: readFileSync(file), unicodeRange });
        registered.set(file, done);
      }
      return done;
    }),
  );
}
