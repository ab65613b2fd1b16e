import { decoded, withinSite } from '../content/content-link.ts';
import type { PageFacts } from './page-facts.ts';

/** A finished page, as far as links are concerned. */
export interface LinkedPage extends Pick<PageFacts, 'ids' | 'links'> {
  /** From the top of the site. */
  readonly file: string;
}

/** A finished site, as far as links are concerned. */
export interface LinkedSite {
  /** Every file, from the top of the site. */
  readonly files: ReadonlySet<string>;
  /** Every page, by its file. */
  readonly pages: ReadonlyMap<string, LinkedPage>;
  /** The site's own address, with a trailing slash. */
  readonly base: string;
}

/** Answers for addresses at any depth, so that its links are absolute. */
const NOT_FOUND = '404.html';

/**
 * The links of a page that do not hold wherever the site's folder is put: each is relative and names a whole file and
 * an anchor that exist.
 *
 * @returns the end of a sentence about each link that does not hold
 */
export function brokenLinks(page: LinkedPage, site: LinkedSite): { href: string; message: string }[] {
  return [...page.links].flatMap((href) => {
    const message = problemOf(href, page, site);
    return message === undefined ? [] : [{ href, message }];
  });
}

function problemOf(href: string, page: LinkedPage, site: LinkedSite): string | undefined {
  const own = withinSite(href, site.base);
  if (own !== undefined && page.file === NOT_FOUND) return targetProblem(own, '', site);
  if (own !== undefined)
    return 'is absolute; a link within the site is relative, so that it works wherever the site is put';
  if (/^[a-z][a-z0-9+.-]*:/i.test(href))
    return /^(?:https?|mailto):/i.test(href) ? undefined : 'is of a kind that no page may hold';
  if (page.file === NOT_FOUND && !href.startsWith('#'))
    return `is relative; ${NOT_FOUND} is served at any depth, so its links are absolute`;
  return targetProblem(href, page.file, site);
}

/**
 * Follows a link as a browser would, with the site's folder as the end of the world.
 *
 * @param from the file that holds the link, or nothing for one that counts from the top of the site
 */
function targetProblem(href: string, from: string, site: LinkedSite): string | undefined {
  const [, path = '', query, anchor = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(href) ?? [];
  if (query !== undefined) return 'has a query, which no file answers';
  const file = path === '' && anchor !== '' ? from : fileAt(path, from);
  if (file === undefined) return 'leaves the site';
  if (!site.files.has(file))
    return file === '' || file.endsWith('/') || site.files.has(`${file}/index.html`)
      ? 'names a folder; name its index.html'
      : `leads to ${file}, which does not exist`;
  const id = decoded(anchor);
  if (id === '' || site.pages.get(file)?.ids.has(id)) return undefined;
  return `leads to ${file}, which has no anchor "${id}"`;
}

/** The file that a relative address names; `undefined` when the way there leads out of the site, if only on a detour. */
function fileAt(path: string, from: string): string | undefined {
  const names = from.split('/').slice(0, -1);
  const steps = path.split(/[/\\]/).map(decoded);
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    if (step === '..' && names.pop() === undefined) return undefined;
    if (step === '' && index === 0 && !isLast) return undefined;
    if (step !== '..' && step !== '.') names.push(step);
    else if (isLast) names.push('');
  }
  return names.join('/');
}
