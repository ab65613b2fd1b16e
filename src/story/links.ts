import { escapeHtml, type Html } from './html.ts';

/**
 * Rewrites the links of rendered HTML, for a page that stands elsewhere than the one they were written for.
 *
 * @param rewrite takes an address as its writer meant it, and returns the one to put in its place
 */
export function mapLinks(html: Html, rewrite: (href: string) => string): Html {
  return html.replace(/ href="([^"]*)"/g, (_attribute, href: string) => ` href="${escapeHtml(rewrite(decode(href)))}"`);
}

/**
 * A link of an article, for a page in the article's folder. Whole addresses stay as they are.
 *
 * @param article the way from that page to the article
 */
export function fromArticleFolder(href: string, article: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return href;
  return /^(?:[#?]|$)/.test(href) ? article + href : `../${href}`;
}

function decode(attribute: string): string {
  return attribute.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(amp|quot|apos|lt|gt));/gi,
    (_entity, hex, decimal, name: string) =>
      hex || decimal ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)) : (NAMED[name] as string),
  );
}

const NAMED: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };
