import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../content/current.ts';
import { inNumbers } from '../content/diagnostic.ts';
import { fileOf } from '../story/urls.ts';
import { filesIn, listedSums } from './manifest.ts';
import { goneFiles } from './moved.ts';

/** The find page is one file, which a telephone has to load whole: in bytes. */
const LARGEST_FIND = 2_000_000;

/**
 * What a build says at its end: what is left out, gone or heavy, and how much there is.
 *
 * @param folders.next the finished site
 * @param folders.before the site that it takes the place of, where there is one
 * @param folders.pages how many pages the new one has
 * @returns lines for a terminal
 */
export function buildReport(
  { next, before, pages }: { next: string; before: string; pages: number },
  { site, articles, drafts, redirects }: Content,
): string[] {
  const sizes = new Map(filesIn(next).map((file) => [file, statSync(join(next, file)).size]));
  const gone = goneFiles([...listedSums(before).keys()], [...sizes.keys()], redirects);
  const languages = site?.languages ?? [];
  const heavy = languages
    .map((lang) => fileOf({ kind: 'find', lang }, { firstLanguage: languages[0] ?? lang }))
    .filter((file) => (sizes.get(file) ?? 0) > LARGEST_FIND);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const some = gone.slice(0, 3).join(', ') + (gone.length > 3 ? ', …' : '');
  return [
    ...(drafts.size > 0 ? [`Left out ${inNumbers(drafts.size, 'draft')}: ${[...drafts].join(', ')}`] : []),
    ...(gone.length > 0
      ? [`warning: gone since the build before, with no redirect: ${inNumbers(gone.length, 'file')}, ${some}`]
      : []),
    ...heavy.map((file) => `warning: ${file} holds ${megabytes(sizes.get(file) ?? 0)}; a phone needs long to load it`),
    `Built ${inNumbers(articles.size, 'article')} into dist/ (${inNumbers(pages, 'page')}, ${inNumbers(sizes.size, 'file')}, ${megabytes(total)})`,
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
