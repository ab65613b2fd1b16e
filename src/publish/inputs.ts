import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build depends on, as digests. */
export interface Inputs {
  /** Of all that every page depends on: the program, what runs it, the site's settings and its address. */
  readonly site: string;
  /** Of the files of each article, by its slug. */
  readonly articles: Readonly<Record<string, string>>;
}

/**
 * What decides how every page looks, below the project's folder; what is not there counts as such. npm keeps
 * the versions that are installed in a list of its own, beside the ones that ought to be.
 */
const FOR_EVERY_PAGE = [
  'astro.config.mjs',
  'content/about',
  'content/site.yaml',
  'node_modules/.package-lock.json',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tsconfig.json',
];

/**
 * Takes the digests of everything that a build depends on.
 *
 * @param root the project's folder
 * @param base the site's own address
 */
export function inputsOf(root: string, base: string): Inputs {
  const site = createHash('sha256');
  // Node brings the calendars, the time zones and the words of dates.
  site.update(JSON.stringify([base, process.versions]));
  for (const path of FOR_EVERY_PAGE) addTo(site, root, path, DEEP);
  const articles: Record<string, string> = {};
  for (const slug of namesIn(join(root, 'content/articles'))) {
    const article = createHash('sha256');
    addTo(article, root, `content/articles/${slug}`, 1);
    articles[slug] = article.digest('hex');
  }
  return { site: site.digest('hex'), articles };
}

/** Levels of folders that are looked into: no folder of the program is as deep, and links may lead in a circle. */
const DEEP = 9;

type Hash = ReturnType<typeof createHash>;

/** Adds a file, or a folder with what is below it, under its name. */
function addTo(hash: Hash, root: string, path: string, levels: number): void {
  const content = contentOf(join(root, path));
  // The length keeps the end of one file from passing for the start of another.
  hash.update(JSON.stringify([path, typeof content === 'string' ? content : content.length]));
  if (content instanceof Buffer) hash.update(content);
  else if (content === 'EISDIR' && levels > 0)
    for (const name of namesIn(join(root, path))) addTo(hash, root, `${path}/${name}`, levels - 1);
}

/** The bytes of a file, or the code of the error: what cannot be read is the checks' to report. */
function contentOf(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return codeOf(error);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? [] : [codeOf(error)];
  }
}

function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return code;
}
