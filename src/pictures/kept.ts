import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { join } from 'node:path';

/** The bytes of a SHA-256 sum. */
const SUM = 32;
const complained = new Set<string>();

/**
 * A picture that was made before, by the name of everything that decides how it looks. One that is not as it was kept
 * counts as none.
 *
 * @param folder where pictures are kept; it may be absent
 */
export function keptPicture(folder: string, name: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    // The sum of the picture stands behind it, since a disk, a power cut or a shared cache can change what was kept.
    const kept = readFileSync(join(folder, name));
    const picture = new Uint8Array(kept.subarray(0, -SUM));
    return sumOf(picture).equals(kept.subarray(-SUM)) ? picture : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a picture under a name; where none can be kept each is made anew. */
export function keepPicture(folder: string, name: string, picture: Uint8Array<ArrayBuffer>): typeof picture {
  const file = join(folder, name);
  // A build that is broken off must not leave half a picture under a name that stands for a whole one.
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(unfinished, Buffer.concat([picture, sumOf(picture)]));
    renameSync(unfinished, file);
  } catch (error) {
    const { message } = error as Error;
    if (!complained.has(folder)) console.warn(`pictures cannot be kept in ${folder} (${message}); each is drawn anew`);
    complained.add(folder);
  }
  return picture;
}

/** A name for a picture that is made from some data by some packages. */
export function pictureName(data: unknown, packages: readonly string[]): string {
  return hash('sha256', JSON.stringify([data, packages.map(withVersion)])).slice(0, 32);
}

function sumOf(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

const versions = new Map<string, string>();

function withVersion(name: string): string {
  let known = versions.get(name);
  if (known === undefined) {
    const file = findPackageJSON(name, import.meta.url);
    if (!file) throw new Error(`the package ${name} is not installed; run npm ci`);
    known = `${name}@${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
    versions.set(name, known);
  }
  return known;
}
