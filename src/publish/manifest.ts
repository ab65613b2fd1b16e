import { hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The manifest's file, at the top of the site. */
export const MANIFEST = 'SHA256SUMS';

/**
 * Writes the manifest of a folder, in the format of `sha256sum`: every file but itself, in order of names.
 *
 * @param known the sums of files that were just written, by their names; the others are read
 */
export function writeManifest(folder: string, known: ReadonlyMap<string, string> = new Map()): void {
  const lines = filesIn(folder)
    .filter((file) => file !== MANIFEST)
    .map((file) => `${known.get(file) ?? sumOf(readFileSync(join(folder, file)))}  ${file}\n`);
  writeFileSync(join(folder, MANIFEST), lines.join(''));
}

/** The sums that the manifest of a folder lists, by their files; none where there is no manifest. */
export function listedSums(folder: string): ReadonlyMap<string, string> {
  try {
    const manifest = readFileSync(join(folder, MANIFEST), 'utf8');
    return new Map(Array.from(manifest.matchAll(/^(\S{64}) {2}(.+)$/gm), ([, sum = '', file = '']) => [file, sum]));
  } catch (error) {
    // Another build may be moving in just now.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return new Map();
  }
}

/** Compares a folder with its manifest. Returns what differs, a sentence each; nothing when it is whole. */
export function verifyManifest(folder: string): string[] {
  const files = new Set(filesIn(folder));
  if (!files.delete(MANIFEST)) return [`${MANIFEST} is missing`];
  const problems: string[] = [];
  for (const [file, sum] of listedSums(folder))
    if (!files.delete(file)) problems.push(`${file} is missing`);
    else if (sumOf(readFileSync(join(folder, file))) !== sum) problems.push(`${file} has changed`);
  return [...problems, ...[...files].map((file) => `${file} is not listed`)];
}

/** The SHA-256 sum of some bytes or of a text in UTF-8, in hexadecimal. */
export function sumOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/**
 * The files below a folder, relative to it and with `/` between folders, in the order of their code
 * units: the same on every machine, whatever the order on disk.
 */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join('/'))
    .toSorted();
}
