import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { filesIn } from './files.ts';

/** What an archive is called, and the day that it speaks of. */
export interface ArchiveName {
  /** Without a date or an ending. */
  readonly name: string;
  /** `2026-11-24`. */
  readonly date: string;
}

/**
 * Packs a folder as a ZIP archive: the same bytes for the same folder and date on every machine. The
 * files stand in one folder of the archive, so that unpacking it litters nobody's desktop.
 *
 * @param folder the folder to pack
 * @param path the archive to write
 */
export function writeZip(folder: string, path: string, { name, date }: ArchiveName): void {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  // The format keeps local times without a zone; noon exists on every day in every zone.
  const mtime = new Date(year, month - 1, day, 12);
  const out = openSync(path, 'w');
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      writeSync(out, chunk);
    });
    for (const file of filesIn(folder)) {
      const entry = new ZipDeflate(`${name}-${date}/${file}`, { level: 9 });
      entry.mtime = mtime;
      zip.add(entry);
      entry.push(readFileSync(join(folder, file)), true);
    }
    zip.end();
  } finally {
    closeSync(out);
  }
}
