import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { type Library, readLibrary } from '../../src/content/library.ts';
import type { Site } from '../../src/content/model/site.ts';
import { siteAddress } from '../../src/publish/site-address.ts';
import { PROJECT } from '../fixtures/project.ts';

/** What the build of the project wrote. */
export const DIST = join(PROJECT, 'dist');

/** The content that the site was built from. */
export const library: Library & { site: Site } = withSite(readLibrary(PROJECT));

/** The absolute address of the site, with a trailing slash. */
export const { base } = siteAddress(PROJECT);

/** Every file of a built site, relative to its folder. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
}

/** Every page of the site. */
export const pages: readonly string[] = filesOf(DIST).filter((file) => file.endsWith('.html'));

const open = new Map<string, Document>();

/** A page as a browser without script reads it. */
export function pageAt(file: string, folder = DIST): Document {
  const path = join(folder, file);
  let page = open.get(path);
  if (!page) open.set(path, (page = new JSDOM(readFileSync(path, 'utf8')).window.document));
  return page;
}

/** The pages of the articles: each edition, with its article and its file. */
export const editions = library.articles.flatMap((article) =>
  [article.original, ...article.translations].map((edition) => ({
    article,
    edition,
    file: `${edition.lang === library.site.languages[0] ? '' : `${edition.lang}/`}articles/${article.slug}.html`,
  })),
);

function withSite(read: Library): Library & { site: Site } {
  if (!read.site) throw new Error('content/site.yaml cannot be read');
  return { ...read, site: read.site };
}
