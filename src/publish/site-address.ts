import { readSite } from '../content/library.ts';
import { siteAddress as siteAddressSchema } from '../content/model/scalars.ts';

/** Where a site is served. */
export interface SiteAddress {
  /** Absolute, with a trailing slash: `https://example.org/news/`. */
  readonly base: string;
  /** `https://example.org`. */
  readonly origin: string;
  /** `/news/`, or `/`. */
  readonly path: string;
  /** Whether nobody can serve from this host: it is reserved for examples and tests (RFC 2606, RFC 6761). */
  readonly reserved: boolean;
}

/**
 * The site's address: the environment variable `SITE_URL`, or `url` in `content/site.yaml`.
 *
 * @throws {RangeError} when `SITE_URL` is no web address
 */
export function siteAddress(root: string, written = process.env['SITE_URL']): SiteAddress {
  const address = written || readSite(root, () => {})?.url || 'https://plain-record.example';
  // Browsers encode what stands in an address as it is read.
  const { error } = siteAddressSchema.safeParse(URL.parse(address)?.href ?? address);
  if (error) throw new RangeError(`SITE_URL: ${error.issues[0]?.message}`);
  const { origin, pathname, hostname } = new URL(address);
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`;
  return { base: origin + path, origin, path: decodeURI(path), reserved: isReserved(hostname) };
}

function isReserved(hostname: string): boolean {
  return (
    /(?:^|\.)(?:example|test|invalid|localhost)$/.test(hostname) ||
    /(?:^|\.)example\.(?:com|net|org)$/.test(hostname) ||
    /^(?:127\.|\[::1\])/.test(hostname)
  );
}
