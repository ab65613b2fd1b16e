import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, formatDiagnostic } from '../content/diagnostic.ts';
import { placeReferences, referOwnAddresses } from '../story/references.ts';
import { filesIn } from './files.ts';
import { hostHeaders } from './host-headers.ts';
import { linkAuthors } from './link-authors.ts';
import { sumOf, writeManifest } from './manifest.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { type BrokenLink, brokenLinks, NOT_FOUND, type ReadPage } from './page-links.ts';
import { securityPolicy, withPolicy } from './security-policy.ts';
import { bareDates } from './sitemap.ts';
import { usedStyles } from './used-styles.ts';

/** Where a finished site comes from, and where it will be served. */
export interface Origin {
  /** Files that an earlier build has finished, each with its SHA-256 sum. */
  readonly kept?: ReadonlyMap<string, string>;
  /** The project's folder. */
  readonly root: string;
  /** The site's own address, with a trailing slash. */
  readonly base: string;
}

/**
 * Makes what Astro has written portable, locked down and whole: places the links of editors' texts,
 * leaves each page the styles that it uses, gives it its policy, adds `_headers` and the manifest, and
 * proves that every link holds.
 *
 * @param folder the new site, not published yet
 * @returns what is wrong with it, a line each; the folder may be published when there is nothing
 */
export function finishSite(folder: string, { root, base, kept = new Map() }: Origin): string[] {
  const files = filesIn(folder);
  const problems: string[] = [];
  const pages = new Map<string, ReadPage>();
  const sums = new Map(kept);
  for (const file of files) {
    if (file.endsWith('.html') && kept.has(file)) {
      pages.set(file, { file, ...pageFacts(readFileSync(join(folder, file), 'utf8')) });
    } else if (file.endsWith('.html')) {
      const { page, sum } = finishPage(folder, file, base, (message) => problems.push(message));
      pages.set(file, page);
      sums.set(file, sum);
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

interface FinishedPage {
  readonly page: ReadPage;
  /** SHA-256 of what was written. */
  readonly sum: string;
}

function finishPage(folder: string, file: string, base: string, report: (problem: string) => void): FinishedPage {
  const path = join(folder, file);
  const written = readFileSync(path, 'utf8');
  const html = file === NOT_FOUND ? written : placeReferences(referOwnAddresses(written, { base }), file);
  const facts = pageFacts(html);
  const { ids, links, mentions, problems, scripts } = facts;
  for (const problem of problems) report(pageLine(file, `this page ${problem}`));
  const { dressed, styles } = withUsedStyles(html, facts);
  const finished = withPolicy(dressed, securityPolicy({ styles, scripts })) ?? '';
  if (finished === '') report(pageLine(file, 'this page does not start with its encoding, <meta charset="utf-8">'));
  writeFileSync(path, finished);
  return { page: { file, ids, links, mentions }, sum: sumOf(finished) };
}

function withUsedStyles(html: string, { styles, ids, names }: PageFacts): { dressed: string; styles: string[] } {
  const bears = (name: string): boolean => (name.startsWith('#') ? ids.has(name.slice(1)) : names.has(name));
  let dressed = html;
  const used = styles.map((style) => {
    const css = usedStyles(style, bears);
    dressed = dressed.replace(`<style>${style}</style>`, () => `<style>${css}</style>`);
    return css;
  });
  return { dressed, styles: used };
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

function pageLine(file: string, message: string): string {
  return `dist/${file}  error  ${message}`;
}
