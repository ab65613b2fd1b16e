import { hash } from 'node:crypto';
import type { PageFacts } from './page-facts.ts';

/**
 * The Content-Security-Policy (CSP Level 3) of a page: nothing but the styles and the scripts that it
 * holds, each by its hash, and pictures that stand in the page itself. No base, no forms. A page asks its
 * own host for nothing either, but a tool that audits it reads robots.txt through it.
 */
export function securityPolicy({ styles, scripts }: Pick<PageFacts, 'styles' | 'scripts'>): string {
  return [
    "default-src 'none'",
    "connect-src 'self'",
    ...(styles.length > 0 ? [`style-src ${hashes(styles)}`] : []),
    ...(scripts.length > 0 ? [`script-src ${hashes(scripts)}`] : []),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Where a policy has to stand: behind the encoding and before everything that it rules. */
const CHARSET = '<meta charset="utf-8">';

/**
 * Puts a policy into a page's head.
 *
 * @throws {Error} when the page does not state its encoding first
 */
export function withPolicy(html: string, policy: string): string {
  const at = html.indexOf(CHARSET);
  if (at === -1 || /<(?:style|script|link|title)\b/.test(html.slice(0, at)))
    throw new Error(`a page does not start with its encoding, ${CHARSET}`);
  const end = at + CHARSET.length;
  return `${html.slice(0, end)}<meta http-equiv="content-security-policy" content="${policy}">${html.slice(end)}`;
}

function hashes(texts: readonly string[]): string {
  return [...new Set(texts.map((text) => `'sha256-${digestOf(text)}'`))].join(' ');
}

const known = new Map<string, string>();

// Pages are of few kinds, and those of one kind hold the same styles and the same script.
function digestOf(text: string): string {
  const digest = known.get(text) ?? hash('sha256', text, 'base64');
  known.set(text, digest);
  return digest;
}
