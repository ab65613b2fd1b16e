import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { type Card, cardTree } from './card.ts';
import { drawCard, DRAWING } from './draw.ts';
import { FONT_PACKAGES } from './fonts.ts';

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
  const kept = read(file);
  if (kept) return kept;
  const picture = await drawCard(card);
  keep(folder, file, picture);
  return picture;
}

/** The bytes of a SHA-256 sum. */
const SUM = 32;

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

function keep(folder: string, file: string, picture: Uint8Array): void {
  // A build that is broken off must not leave half a picture under a name that stands for a whole one.
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, Buffer.concat([picture, sumOf(picture)]));
    renameSync(unfinished, file);
  } catch (error) {
    if (!complained)
      console.warn(`pictures cannot be kept in ${folder} (${(error as Error).message}); each is drawn anew`);
    complained = true;
  }
}

let complained = false;

function sumOf(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

let versions: string[] | undefined;

function nameOf(card: Card): string {
  versions ??= ['@takumi-rs/core', ...FONT_PACKAGES].map(withVersion);
  return hash('sha256', JSON.stringify([card.lang, cardTree(card), DRAWING, versions])).slice(0, 32);
}

function withVersion(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (!file) throw new Error(`the package ${name} is not installed; run npm ci`);
  return `${name}@${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
}
