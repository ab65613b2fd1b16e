import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSlug, takenHint } from './model/scalars.ts';
import { isFolder, readFolder } from './read/read-file.ts';

const EXAMPLE = join(import.meta.dirname, 'example');

/**
 * Starts an article from a commented example that passes every check as a draft.
 *
 * @param slug the article's folder and address
 * @param lang the language of the originals
 * @param today the day that it is dated, `2025-09-04`
 * @returns the files, relative to the project
 * @throws {RangeError} with a sentence for the editor when the name is bad or taken
 */
export function newArticle(root: string, slug: string, lang: string, today: string): string[] {
  const text = (name: string): string => readFileSync(join(EXAMPLE, name), 'utf8').replaceAll('{today}', today);
  return writeArticle(root, slug, { [`${lang}.md`]: text('edition.md'), 'sources.yaml': text('sources.yaml') });
}

/**
 * Writes the files of a new article, by their names.
 *
 * @returns the files, relative to the project
 * @throws {RangeError} with a sentence for the editor when the name of its folder is bad or taken
 */
export function writeArticle(root: string, slug: string, files: Readonly<Record<string, string>>): string[] {
  if (!isSlug(slug))
    throw new RangeError(
      `"${slug}" cannot be an address; use a-z, 0-9 and single hyphens, as in "bridge-closing"${takenHint(slug)}`,
    );
  const articles = 'content/articles';
  const folder = `${articles}/${slug}`;
  // On some disks "Bridge" and "bridge" are one folder.
  const taken = readFolder(root, articles, () => {}).find((name) => name.toLowerCase() === slug);
  if (taken !== undefined || existsSync(join(root, folder)))
    throw new RangeError(`content/articles/${taken ?? slug} is there already; choose another name`);
  if (existsSync(join(root, articles)) && !isFolder(root, articles)) throw new RangeError(`${articles} is no folder`);

  mkdirSync(join(root, folder), { recursive: true });
  return Object.entries(files).map(([name, text]) => {
    writeFileSync(join(root, `${folder}/${name}`), text, { flag: 'wx' });
    return `${folder}/${name}`;
  });
}
