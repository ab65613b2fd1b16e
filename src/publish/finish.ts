import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, sumOf, writeManifest } from './manifest.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { brokenLinks, type LinkedPage } from './page-links.ts';
import { securityPolicy, withPolicy } from './security-policy.ts';
import { bareDates } from './sitemap.ts';

/**
 * Makes what Astro has written safe and whole: gives each page its policy, proves that every link holds, and adds
 * `_headers` and the manifest.
 *
 * @param folder the new site, not published yet
 * @param base the site's own address, with a trailing slash
 * @returns the number of pages
 * @throws {Error} with a line for each thing that is wrong
 */
export function finishSite(folder: string, base: string): number {
  const files = filesIn(folder);
  const pages = new Map<string, LinkedPage>();
  const sums = new Map<string, string>();
  const problems: string[] = [];
  const write = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
    sums.set(file, sumOf(text));
  };
  for (const file of files) {
    const read = (): string => readFileSync(join(folder, file), 'utf8');
    if (/^sitemap-.*\.xml$/.test(file)) write(file, bareDates(read()));
    if (!file.endsWith('.html')) continue;
    const html = read();
    const { ids, doubles, links, styles, scripts, seams } = pageFacts(html);
    pages.set(file, { file, ids, links });
    for (const id of doubles) problems.push(`dist/${file}  error  this page has the id "${id}" twice`);
    write(file, withPolicy(joined(html, seams), securityPolicy({ styles, scripts })));
  }
  const site = { files: new Set(files), pages, base };
  for (const page of pages.values())
    for (const { href, message } of brokenLinks(page, site))
      problems.push(`dist/${page.file}  error  the link "${href}" ${message}`);
  if (problems.length > 0) throw new Error([...problems, 'dist/ is as it was'].join('\n'));
  writeManifest(folder, sums);
  return pages.size;
}

/** Makes one of styles that stand side by side: the policy of a page names each by a hash that nothing compresses. */
function joined(html: string, seams: PageFacts['seams']): string {
  return seams.toReversed().reduce((text, { from, to }) => text.slice(0, from) + text.slice(to), html);
}
