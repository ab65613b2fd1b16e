import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { slug } from 'github-slugger';
import { readLibrary } from '../content/library.ts';
import { formatEdtf } from '../dates/edtf.ts';
import { zipTime } from '../share/zip-time.ts';
import { newestUpdate } from '../story/localise.ts';
import { filesIn, MANIFEST, verifyManifest } from './manifest.ts';
import { signature } from './sign.ts';

/** Where archives are put, below the project's folder. */
const ARCHIVES = 'archives';

/** The signature of the manifest: under this name `ssh-keygen` itself would put it. */
const SIGNATURE = `${MANIFEST}.sig`;

/** How a copy is checked, for whoever has nothing but the copy. */
const HOW_TO_VERIFY = new URL('../../docs/verify.md', import.meta.url);

/** A Hangul letter takes three bytes, and a name has at most 255. */
const LONGEST_NAME = 60;

/**
 * Packs `dist/` as it stands, after it was found whole, into one ZIP archive.
 *
 * @param key the file of a private SSH key that signs the manifest; the signature stands beside the archive, and with
 * how to check a copy in it
 * @returns the archive, relative to the folder
 * @throws {Error} with a sentence for the editor when there is nothing whole to pack
 */
export function packSite(root: string, key?: string): string {
  const dist = join(root, 'dist');
  const { site, articles } = readLibrary(root, (article) => article, { withoutDrafts: true });
  if (!existsSync(dist) || !site) throw new Error('there is no dist/ to pack; run npm run build first');
  const problems = verifyManifest(dist);
  if (problems.length > 0)
    throw new Error(`dist/ is not what was built; run npm run build again\n${problems.join('\n')}`);

  const date = articles
    .filter(({ original }) => !original.data.draft)
    .map(({ original }) => formatEdtf(newestUpdate(original.data.updates)).slice(0, 'YYYY-MM-DD'.length))
    .toSorted()
    .at(-1);
  if (date === undefined) throw new Error('there is no story to pack');
  const name = `${slug(site.name).slice(0, LONGEST_NAME) || 'site'}-${date}`;
  const archive = join(ARCHIVES, `${name}.zip`);
  const growing = join(root, ARCHIVES, `growing-${process.pid}.zip`);
  mkdirSync(join(root, ARCHIVES), { recursive: true });
  try {
    const manifest = readFileSync(join(dist, MANIFEST), 'utf8');
    const signed = key === undefined ? undefined : signature(manifest, key);
    const more = signed === undefined ? {} : { [SIGNATURE]: signed, 'VERIFY.txt': readFileSync(HOW_TO_VERIFY) };
    writeZip(dist, growing, name, date, more);
    if (readFileSync(join(dist, MANIFEST), 'utf8') !== manifest)
      throw new Error('dist/ was built anew meanwhile; run npm run pack again');
    renameSync(growing, join(root, archive));
    if (signed !== undefined) writeFileSync(join(root, ARCHIVES, SIGNATURE), signed);
  } finally {
    rmSync(growing, { force: true });
  }
  return archive;
}

/**
 * Packs a folder as a ZIP archive: the same bytes for the same folder and date on every machine. The
 * files stand in one folder of the archive, so that unpacking it litters nobody's desktop.
 *
 * @param name the folder's name in the archive
 * @param date the day that its files are dated by, such as `2026-11-24`; the nearest that the format has
 * @param more files that the folder has not, by their names
 */
export function writeZip(
  folder: string,
  path: string,
  name: string,
  date: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): void {
  const mtime = zipTime(date);
  const out = openSync(path, 'w');
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      writeSync(out, chunk);
    });
    for (const file of [...filesIn(folder), ...Object.keys(more)]) {
      const entry = new ZipDeflate(`${name}/${file}`, { level: 9 });
      entry.mtime = mtime;
      zip.add(entry);
      entry.push(Buffer.from(more[file] ?? readFileSync(join(folder, file))), true);
    }
    zip.end();
  } finally {
    closeSync(out);
  }
}
