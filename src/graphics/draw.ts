import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
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
  const file = join(folder, nameOf(card));
  return read(file) ?? keep(folder, file, await drawCard(card));
}

/** The bytes of a SHA-256 sum. */
const SUM = 32;
let complained = false;
let versions: string[] | undefined;

// The sum of the picture stands behind it, since a disk, a power cut or a shared cache can change what was kept.
function read(file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const kept = readFileSync(file);
    const picture = new Uint8Array(kept.subarray(0, -SUM));
    return sumOf(picture).equals(kept.subarray(-SUM)) ? picture : undefined;
  } catch {
    return undefined;
  }
}

function keep(folder: string, file: string, picture: Uint8Array<ArrayBuffer>): typeof picture {
  // A build that is broken off must not leave half a picture under a name that stands for a whole one.
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, Buffer.concat([picture, sumOf(picture)]));
    renameSync(unfinished, file);
  } catch (error) {
    const { message } = error as Error;
    if (!complained) console.warn(`pictures cannot be kept in ${folder} (${message}); each is drawn anew`);
    complained = true;
  }
  return picture;
}

function sumOf(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

function nameOf(card: Card): string {
  versions ??= ['@takumi-rs/core', ...FONT_PACKAGES].map(withVersion);
  return hash('sha256', JSON.stringify([card.lang, cardTree(card), DRAWING, versions])).slice(0, 32);
}

function withVersion(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (!file) throw new Error(`the package ${name} is not installed; run npm ci`);
  return `${name}@${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
}
