import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, formatDiagnostic } from '../content/diagnostic.ts';
import { filesIn } from './files.ts';
import { hostHeaders } from './host-headers.ts';
import { linkAuthors } from './link-authors.ts';
import { type FinishedPage, finishPage, pageLine } from './finish-page.ts';
import { writeManifest } from './manifest.ts';
import { type BrokenLink, brokenLinks, type ReadPage } from './page-links.ts';
import { bareDates } from './sitemap.ts';

/** Where a finished site comes from, and where it will be served. */
export interface Origin {
  /** Pages that were finished before they were written. */
  readonly finished?: ReadonlyMap<string, FinishedPage>;
  /** The project's folder. */
  readonly root: string;
  /** The site's own address, with a trailing slash. */
  readonly base: string;
}

/**
 * Makes what Astro has written portable, locked down and whole: finishes each page that is not, adds `_headers`
 * and the manifest, and proves that every link holds.
 *
 * @param folder the new site, not published yet
 * @returns what is wrong with it, a line each; the folder may be published when there is nothing
 */
export function finishSite(folder: string, { root, base, finished = new Map() }: Origin): string[] {
  const files = filesIn(folder);
  const problems: string[] = [];
  const pages = new Map<string, ReadPage>();
  const sums = new Map<string, string>();
  for (const file of files) {
    if (file.endsWith('.html')) {
      const finish = finished.get(file) ?? finishFile(folder, file);
      pages.set(file, finish.page);
      sums.set(file, finish.sum);
      problems.push(...finish.problems);
    }
    if (/^sitemap-.*\.xml$/.test(file)) rewrite(join(folder, file), bareDates);
  }
  const site = { files: new Set(files), pages, base };
  const broken = [...pages.values()].flatMap((page) => brokenLinks(page, site));
  if (broken.length > 0) problems.push(...describe(broken, root));
  if (problems.length > 0) return problems;
  writeFileSync(join(folder, '_headers'), hostHeaders());
  writeManifest(folder, sums);
  return [];
}

function finishFile(folder: string, file: string): FinishedPage {
  const path = join(folder, file);
  const { html, ...finished } = finishPage(readFileSync(path, 'utf8'), file);
  writeFileSync(path, html);
  return finished;
}

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** A line for each link that is broken: at the editor's line where an editor wrote it, else at the page. */
function describe(broken: readonly BrokenLink[], root: string): string[] {
  const authors = linkAuthors(root);
  const lines = broken.flatMap(({ page, href, message, target }) => {
    const written = target ? authors(target) : [];
    if (written.length === 0) return [pageLine(page, `the link "${href}" ${message}`)];
    return written.map(({ file, line, column, href: asWritten }) =>
      formatDiagnostic(
        diagnostic(file, line, column, `the link "${asWritten}" ${message} (shown on ${page})`, 'link-dead'),
      ),
    );
  });
  return [...new Set(lines)];
}
