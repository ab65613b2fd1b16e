import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { slug } from 'github-slugger';
import { readLibrary } from '../content/library.ts';
import { formatEdtf } from '../dates/edtf.ts';
import { newestUpdate } from '../story/updates.ts';
import { verifyManifest } from './manifest.ts';
import { buildFolders, takeTurn } from './swap.ts';
import { writeZip } from './zip.ts';

/** Where archives are put, below the project's folder. */
const ARCHIVES = 'archives';

/**
 * Packs `dist/` as it stands, after it was found whole, into one ZIP archive.
 *
 * @param root the project's folder
 * @returns whether there is an archive; when not, what is wrong was printed
 */
export function packSite(root: string): boolean {
  const folders = buildFolders(root);
  const turn = takeTurn(folders);
  if ('holder' in turn) return fail(`a build runs here (process ${turn.holder}); wait for it`);
  try {
    const { site, articles } = readLibrary(root);
    if (!existsSync(folders.current) || !site) return fail('there is no dist/ to pack; run npm run build first');
    const problems = verifyManifest(folders.current);
    if (problems.length > 0)
      return fail(`dist/ is not what was built; run npm run build again\n${problems.join('\n')}`);

    const name = slug(site.name) || 'site';
    const date = articles
      .filter(({ original }) => !original.data.draft)
      .map(({ original }) => formatEdtf(newestUpdate(original.data.updates)).slice(0, 'YYYY-MM-DD'.length))
      .toSorted()
      .at(-1);
    if (date === undefined) return fail('there is no story to pack');
    put(root, `${name}-${date}.zip`, (path) => writeZip(folders.current, path, { name, date }));
    return true;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  } finally {
    turn.leave();
  }
}

/** Writes an archive beside its place and moves it there when it is whole. */
function put(root: string, file: string, write: (path: string) => void): void {
  const [path, growing] = [join(root, ARCHIVES, file), join(root, ARCHIVES, `growing-${file}`)];
  mkdirSync(join(root, ARCHIVES), { recursive: true });
  rmSync(growing, { force: true });
  try {
    write(growing);
    renameSync(growing, path);
  } finally {
    rmSync(growing, { force: true });
  }
  console.log(`Packed ${ARCHIVES}/${file}`);
}

function fail(message: string): false {
  console.error(message);
  return false;
}
