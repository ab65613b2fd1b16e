import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { slug } from 'github-slugger';
import { readLibrary } from '../content/library.ts';
import { formatEdtf } from '../dates/edtf.ts';
import { newestUpdate } from '../story/localise.ts';
import { MANIFEST, verifyManifest } from './manifest.ts';
import { recover } from './staging.ts';
import { writeZip } from './zip.ts';

/** Where archives are put, below the project's folder. */
const ARCHIVES = 'archives';

/**
 * Packs `dist/` as it stands, after it was found whole, into one ZIP archive.
 *
 * @param root the project's folder
 * @returns the archive, relative to that
 * @throws {Error} with a sentence for the editor when there is nothing whole to pack
 */
export function packSite(root: string): string {
  const dist = join(root, 'dist');
  recover(dist);
  const { site, articles } = readLibrary(root);
  if (!existsSync(dist) || !site) throw new Error('there is no dist/ to pack; run npm run build first');
  const problems = verifyManifest(dist);
  if (problems.length > 0)
    throw new Error(`dist/ is not what was built; run npm run build again\n${problems.join('\n')}`);

  const name = slug(site.name) || 'site';
  const date = articles
    .filter(({ original }) => !original.data.draft)
    .map(({ original }) => formatEdtf(newestUpdate(original.data.updates)).slice(0, 'YYYY-MM-DD'.length))
    .toSorted()
    .at(-1);
  if (date === undefined) throw new Error('there is no story to pack');
  const archive = join(ARCHIVES, `${name}-${date}.zip`);
  const growing = join(root, ARCHIVES, `growing-${process.pid}.zip`);
  mkdirSync(join(root, ARCHIVES), { recursive: true });
  try {
    const manifest = readFileSync(join(dist, MANIFEST), 'utf8');
    writeZip(dist, growing, { name, date });
    if (readFileSync(join(dist, MANIFEST), 'utf8') !== manifest)
      throw new Error('dist/ was built anew meanwhile; run npm run pack again');
    renameSync(growing, join(root, archive));
  } finally {
    rmSync(growing, { force: true });
  }
  return archive;
}
