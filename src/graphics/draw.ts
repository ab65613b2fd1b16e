import { readFileSync } from 'node:fs';
import { Renderer } from '@takumi-rs/core';
import { keepPicture, keptPicture, pictureName } from '../pictures/kept.ts';
import { CARD_SIZE, type Card, cardTexts, cardTree } from './card.ts';
import { type Family, FONT_PACKAGES, piecesFor, rangesOf } from './fonts.ts';

/** Counts up when cards come to look otherwise than drawn before, from the same layout and packages. */
const DRAWING = 2;

const renderer = new Renderer();
const registered = new Set<string>();
let fonts: Promise<unknown> = Promise.resolve();

/** Draws a preview picture: a PNG of 1200 by 630 pixels. The same card gives the same bytes on every machine. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  for (const [family, text] of cardTexts(card)) register(family, text);
  await fonts;
  return new Uint8Array(await renderer.render(cardTree(card), { ...CARD_SIZE, format: 'png', lang: card.lang }));
}

/**
 * Hands fonts to the renderer one after the other: the first one has a say in every line, and handed over at
 * once they race to be it. Here it is always the Latin serif, for the dots that end a title that is too long.
 */
function register(family: Family, text: string): void {
  for (const piece of piecesFor(family, text)) {
    const { font: name, file } = piece;
    if (registered.has(file)) continue;
    registered.add(file);
    const unicodeRange = rangesOf(piece);
    fonts = fonts.then(() => renderer.registerFont({ name, data: readFileSync(file), unicodeRange }));
  }
}

/**
 * A preview picture, drawn once: kept under the name of everything that decides how it looks, which is
 * what its layout came to, the fonts, the renderer and how they are used. One that is not as it was kept is drawn
 * anew, and so is every one where none can be kept.
 *
 * @param folder where drawn pictures are kept; it may be absent
 * @returns the PNG
 */
export async function pictureOf(card: Card, folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const name = pictureName([card.lang, cardTree(card), DRAWING], ['@takumi-rs/core', ...FONT_PACKAGES]);
  return keptPicture(folder, name) ?? keepPicture(folder, name, await drawCard(card));
}
