import { sumOf } from './manifest.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import type { ReadPage } from './page-links.ts';
import { securityPolicy, withPolicy } from './security-policy.ts';
import { usedStyles } from './used-styles.ts';

/** What is known of a page that is finished. */
export interface FinishedPage {
  readonly page: ReadPage;
  /** SHA-256 of its text. */
  readonly sum: string;
  /** What is wrong with it, a line each. */
  readonly problems: readonly string[];
}

/**
 * Finishes a page as Astro makes it: leaves it the styles that it uses and gives it its policy.
 *
 * @param written the page
 * @param file where it will stand, from the top of the site
 */
export function finishPage(written: string, file: string): FinishedPage & { readonly html: string } {
  const facts = pageFacts(written);
  const { ids, links, mentions, scripts } = facts;
  const problems = facts.problems.map((problem) => pageLine(file, `this page ${problem}`));
  const { dressed, styles } = withUsedStyles(written, facts);
  const html = withPolicy(dressed, securityPolicy({ styles, scripts })) ?? '';
  if (html === '') problems.push(pageLine(file, 'this page does not start with its encoding, <meta charset="utf-8">'));
  return { html, page: { file, ids, links, mentions }, sum: sumOf(html), problems };
}

/** A line about a page. */
export function pageLine(file: string, message: string): string {
  return `dist/${file}  error  ${message}`;
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
