import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { type Card, cardTree } from './card.ts';
import { drawCard, DRAWING } from './draw.ts';
import { FONT_PACKAGES } from './fonts.ts';

/**
 * A preview picture, drawn once: kept under the name of everything that decides how it looks, which is
 * what its layout came to, the fonts, the renderer and how they are used.
 *
 * @param folder where drawn pictures are kept; it may be absent
 * @returns the PNG
 */
export async function pictureOf(card: Card, folder: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(folder, `${nameOf(card)}.png`);
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const picture = await drawCard(card);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  // A build that is broken off must not leave half a picture under a name that stands for a whole one.
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, picture);
  renameSync(unfinished, file);
  return picture;
}

let versions: string[] | undefined;

function nameOf(card: Card): string {
  versions ??= ['@takumi-rs/core', ...FONT_PACKAGES].map(withVersion);
  return createHash('sha256')
    .update(JSON.stringify([card.lang, cardTree(card), DRAWING, versions]))
    .digest('hex')
    .slice(0, 32);
}

function withVersion(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (!file) throw new Error(`the package ${name} is not installed; run npm ci`);
  return `${name}@${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
}
