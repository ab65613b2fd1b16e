import type { PageFacts } from './page-facts.ts';

/** A link that does not hold. */
export interface BrokenLink {
  /** The page that holds it, from the top of the site. */
  readonly page: string;
  readonly href: string;
  /** What is wrong with it, as the end of a sentence about the link. */
  readonly message: string;
  /** The file and the anchor that it names, when it names one of this site's. */
  readonly target?: { readonly file: string; readonly anchor: string };
}

/** A finished page that has been read. */
export interface ReadPage extends Pick<PageFacts, 'ids' | 'links' | 'mentions'> {
  /** From the top of the site. */
  readonly file: string;
}

/** A finished site, as far as links are concerned. */
export interface LinkedSite {
  /** Every file, from the top of the site. */
  readonly files: ReadonlySet<string>;
  /** Every page, by its file. */
  readonly pages: ReadonlyMap<string, ReadPage>;
  /** The site's own address, with a trailing slash. */
  readonly base: string;
}

/**
 * The links of a page that do not hold wherever the site's folder is put: each is relative and names a
 * whole file and an anchor that exist. `404.html` is served at any depth, so its links are absolute.
 */
export function brokenLinks(page: ReadPage, site: LinkedSite): BrokenLink[] {
  const broken: BrokenLink[] = [];
  for (const href of page.links) {
    const problem = href.startsWith(site.base) ? ownAddress(href, page, site) : ownLink(href, page, site);
    if (problem) broken.push({ page: page.file, href, ...problem });
  }
  for (const href of page.mentions) {
    const problem = href.startsWith(site.base) ? resolve(href, page, site) : mentioned(href, page, site);
    if (problem) broken.push({ page: page.file, href, ...problem });
  }
  return broken;
}

type Problem = Omit<BrokenLink, 'page' | 'href'>;

/** Answers for addresses at any depth. */
export const NOT_FOUND = '404.html';

function ownAddress(href: string, page: ReadPage, site: LinkedSite): Problem | undefined {
  if (page.file === NOT_FOUND) return resolve(href, page, site);
  return { message: 'is absolute; a link within the site is relative, so that it works wherever the site is put' };
}

function ownLink(href: string, page: ReadPage, site: LinkedSite): Problem | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href))
    return /^(?:https?|mailto):/i.test(href) ? undefined : { message: 'is of a kind that no page may hold' };
  if (/^[/\\]/.test(href)) return { message: 'counts from the top of a server, which a folder or a sub-path has not' };
  if (page.file === NOT_FOUND && !href.startsWith('#'))
    return { message: `is relative; ${NOT_FOUND} is served at any depth, so its links are absolute` };
  return resolve(href, page, site);
}

/** A head may name anything elsewhere, even in schemes that no reader follows. */
function mentioned(href: string, page: ReadPage, site: LinkedSite): Problem | undefined {
  return /^[a-z][a-z0-9+.-]*:/i.test(href) ? undefined : ownLink(href, page, site);
}

/** Where a link leads, as a browser would go there, with the site's folder as the end of the world. */
function resolve(href: string, page: ReadPage, site: LinkedSite): Problem | undefined {
  if (href === '') return { message: 'is empty' };
  const { pathname, hash, search } = new URL(href, site.base + page.file);
  const top = new URL(site.base).pathname;
  if (search !== '') return { message: 'has a query, which no file answers' };
  if (!pathname.startsWith(top) || climbsOut(href, page.file)) return { message: 'leaves the site' };
  const file = decodeAddress(pathname.slice(top.length));
  const target = { file, anchor: decodeAddress(hash.slice(1)) };
  if (!site.files.has(file)) {
    const folder = file === '' || file.endsWith('/') || site.files.has(`${file}/index.html`);
    return {
      message: folder ? 'names a folder; name its index.html' : `leads to ${file}, which does not exist`,
      target,
    };
  }
  if (target.anchor === '' || site.pages.get(file)?.ids.has(target.anchor)) return undefined;
  return { message: `leads to ${file}, which has no anchor "${target.anchor}"`, target };
}

// A URL cannot climb above the top of its server, so a link that tries would pass where the site has no path.
function climbsOut(href: string, file: string): boolean {
  const ups = /^(?:\.\.\/)*/.exec(href)?.[0].length ?? 0;
  return ups / 3 > file.split('/').length - 1;
}

/** Undoes percent-encoding; what is not validly encoded stays as it is. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
