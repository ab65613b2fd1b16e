import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

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
