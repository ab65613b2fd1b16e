import { placeReferences, referOwnAddresses } from '../story/references.ts';
import { sumOf } from './manifest.ts';
import { pageFacts } from './page-facts.ts';
import { NOT_FOUND, type ReadPage } from './page-links.ts';
import { securityPolicy, withPolicy } from './security-policy.ts';

/** What is known of a page that is finished. */
export interface FinishedPage {
  readonly page: ReadPage;
  /** SHA-256 of its text. */
  readonly sum: string;
  /** What is wrong with it, a line each. */
  readonly problems: readonly string[];
}

/**
 * Finishes a page as Astro makes it: places the links of editors' texts and gives it its policy.
 *
 * @param written the page
 * @param file where it will stand, from the top of the site
 * @param base the site's own address, with a trailing slash
 */
export function finishPage(written: string, file: string, base: string): FinishedPage & { readonly html: string } {
  const placed = file === NOT_FOUND ? written : placeReferences(referOwnAddresses(written, { base }), file);
  const { ids, links, mentions, scripts, styles, problems: found } = pageFacts(placed);
  const problems = found.map((problem) => pageLine(file, `this page ${problem}`));
  const html = withPolicy(placed, securityPolicy({ styles, scripts })) ?? '';
  if (html === '') problems.push(pageLine(file, 'this page does not start with its encoding, <meta charset="utf-8">'));
  return { html, page: { file, ids, links, mentions }, sum: sumOf(html), problems };
}

/** A line about a page. */
export function pageLine(file: string, message: string): string {
  return `dist/${file}  error  ${message}`;
}
