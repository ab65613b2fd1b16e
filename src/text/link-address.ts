import { codePoint } from './hidden.ts';

const MAIL_OR_RELATIVE = /^(?:mailto:|[^:/?#]*(?:[/?#]|$))/i;
/**
 * What has no place in an address: browsers drop controls inside one, so that `java\tscript:` would pass for a relative
 * link, and what nobody sees leads elsewhere.
 */
const UNFIT = /[\p{Cc}\p{Cf}\p{Z}]/u;

/** What links are tried against: one that no browser can open leads nowhere from any page. */
const ANY_PAGE = 'https://example.org/';

/** What to say of a link that may not stand on a page: one that leads nowhere, or is not `http(s)`, `mailto` or relative. */
export function linkAddressProblem(url: string): string | undefined {
  if (url === '' || url === '#') return 'this link leads nowhere; write its address, or the words without a link';
  if (/^mailto:/i.test(url) && !/[^:](?:@|%40)./.test(url))
    return `"${url}" names no mail address; write one, as in mailto:desk@example.org`;
  const isFit = /^https?:/i.test(url)
    ? isWebAddress(url)
    : MAIL_OR_RELATIVE.test(url) && !UNFIT.test(url) && !url.startsWith('/') && URL.canParse(url, ANY_PAGE);
  if (isFit) return undefined;
  return (
    unfitInAddress(url) ??
    `"${url}" is no link that a page can hold; write an address that starts with https://, http:// or mailto:, or a relative one`
  );
}

/** Whether an address is one that a browser opens, and leads to the host that it seems to name first. */
export function isWebAddress(url: string): boolean {
  // Browsers take a backslash for a stroke, and what writes HTML takes it for a letter.
  if (!/^https?:\/\/[^/\\][^\\]*$/i.test(url) || UNFIT.test(url) || !URL.canParse(url)) return false;
  const { username, password, hostname } = new URL(url);
  // A name without letters, or the scheme of an address that was written behind another, is no host.
  return username === '' && password === '' && !/^\.|\.\.|^https?$/.test(hostname);
}

/** What to say of an address that holds a sign which nobody sees. */
export function unfitInAddress(url: string): string | undefined {
  const sign = UNFIT.exec(url)?.[0];
  if (sign === undefined) return undefined;
  if (sign === ' ') return 'a space stands in this address; take it out, or write %20';
  return `an invisible character (${codePoint(sign)}) stands in this address; take it out`;
}
