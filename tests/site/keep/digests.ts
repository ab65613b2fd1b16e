import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../fixtures/project.ts';

/** The digest of each file below a folder, by its path. */
export function digests(folder: string): Map<string, string> {
  return new Map(
    filesIn(folder).map((file) => [
      file.slice(folder.length + 1).replaceAll('\\', '/'),
      createHash('sha256').update(readFileSync(file)).digest('hex'),
    ]),
  );
}

/** What differs between a site and its manifest, read here without the project's own code. */
export function againstManifest(folder: string): string[] {
  const found = digests(folder);
  found.delete('SHA256SUMS');
  const listed = new Map(
    readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  return [...new Set([...found.keys(), ...listed.keys()])].filter((file) => found.get(file) !== listed.get(file));
}
