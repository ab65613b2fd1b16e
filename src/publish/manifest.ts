import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from './files.ts';

/** The manifest's file, at the top of the site. */
const MANIFEST = 'SHA256SUMS';

/**
 * Writes the manifest of a folder, in the format of `sha256sum`: every file but itself, in order of names.
 *
 * @param known the sums of files that were just written, by their names; the others are read
 */
export function writeManifest(folder: string, known: ReadonlyMap<string, string> = new Map()): void {
  const lines = filesIn(folder)
    .filter((file) => file !== MANIFEST)
    .map((file) => `${known.get(file) ?? sha256(join(folder, file))}  ${file}\n`);
  writeFileSync(join(folder, MANIFEST), lines.join(''));
}

/** Compares a folder with its manifest. Returns what differs, a sentence each; nothing when it is whole. */
export function verifyManifest(folder: string): string[] {
  const files = new Set(filesIn(folder));
  if (!files.delete(MANIFEST)) return [`${MANIFEST} is missing`];
  const problems: string[] = [];
  for (const [file, sum] of readManifest(readFileSync(join(folder, MANIFEST), 'utf8'))) {
    if (!files.delete(file)) problems.push(`${file} is missing`);
    else if (!isAsListed(folder, file, sum)) problems.push(`${file} has changed`);
  }
  return [...problems, ...[...files].map((file) => `${file} is not listed`)];
}

/** The sum of each file that a manifest lists. */
function readManifest(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum, file]) => [file as string, sum as string]),
  );
}

/** Whether a file of a folder is there and has the sum that a manifest gives it. */
function isAsListed(folder: string, file: string, sum: string): boolean {
  try {
    return sha256(join(folder, file)) === sum;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** The SHA-256 sum of some bytes or of a text in UTF-8, in hexadecimal. */
export function sumOf(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

function sha256(path: string): string {
  return sumOf(readFileSync(path));
}
