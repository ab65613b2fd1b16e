import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Inputs } from './inputs.ts';
import { isAsListed, MANIFEST, readManifest, sumOf, verifyManifest } from './manifest.ts';

/** What the build that stands in `dist/` was made from. */
interface LastBuild {
  readonly inputs: Inputs;
  /** The SHA-256 sum of its manifest, which ties this note to the site. */
  readonly manifest: string;
}

/** What of the site that stands can be kept. */
export interface Kept {
  /** Whether that is all: a build would write the same once more. */
  readonly everything: boolean;
  /** The slugs of the articles whose files can be kept. */
  readonly articles: ReadonlySet<string>;
  /** Their files, from the top of the site, each with its SHA-256 sum. */
  readonly files: ReadonlyMap<string, string>;
}

/** For a build that makes everything. */
export const NOTHING: Kept = { everything: false, articles: new Set(), files: new Map() };

/**
 * Finds out what of the site that stands can be kept: the files of each article that was made from the same
 * inputs, where they are as they were written.
 *
 * @param root the project's folder
 * @param site the folder of the site that stands
 */
export function keptOf(root: string, site: string, inputs: Inputs): Kept {
  const last = read(root);
  const manifest = readText(join(site, MANIFEST));
  if (!last || manifest === undefined || sumOf(manifest) !== last.manifest || last.inputs.site !== inputs.site)
    return NOTHING;
  const same = (slug: string): boolean => last.inputs.articles[slug] === inputs.articles[slug];
  const slugs = Object.keys({ ...last.inputs.articles, ...inputs.articles });
  if (slugs.every(same) && verifyManifest(site).length === 0) return { ...NOTHING, everything: true };

  const files = new Map<string, string>();
  const articles = new Set<string>();
  const damaged = new Set<string>();
  for (const [file, sum] of readManifest(manifest)) {
    const slug = articleOf(file);
    if (slug === undefined || !same(slug)) continue;
    files.set(file, sum);
    (isAsListed(site, file, sum) ? articles : damaged).add(slug);
  }
  for (const slug of damaged) articles.delete(slug);
  for (const file of files.keys()) if (damaged.has(articleOf(file) as string)) files.delete(file);
  return { everything: false, articles, files };
}

/**
 * The slug of the article that a file or an address belongs to: `georgia-detention` for
 * `ko/articles/georgia-detention/raid.png`; `undefined` for what belongs to the site.
 */
export function articleOf(file: string): string | undefined {
  return /^(?:[A-Za-z0-9-]+\/)?articles\/([a-z0-9-]+)(?:[./]|$)/.exec(file)?.[1];
}

/**
 * Notes what the site that stands was made from, for the next build. A build that is broken off leaves the
 * old note, which fits no other site than its own.
 */
export function noteBuild(root: string, site: string, inputs: Inputs): void {
  const manifest = readText(join(site, MANIFEST)) ?? '';
  const note: LastBuild = { inputs, manifest: sumOf(manifest) };
  const path = notePath(root);
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(note));
  renameSync(unfinished, path);
}

function notePath(root: string): string {
  return join(root, '.cache/last-build.json');
}

function read(root: string): LastBuild | undefined {
  try {
    const note = JSON.parse(readText(notePath(root)) ?? 'null') as Partial<LastBuild> | null;
    return note?.inputs?.articles && note.manifest !== undefined ? (note as LastBuild) : undefined;
  } catch {
    // Whatever it is, it is no note.
    return undefined;
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
