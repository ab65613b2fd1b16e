import type { SitemapOptions } from '@astrojs/sitemap';
import { held } from '../content/held.ts';
import { formatEdtf } from '../dates/edtf.ts';
import { absoluteAddress, type Address, fileOf } from '../story/addresses.ts';
import { newestUpdate } from '../story/updates.ts';
import type { SiteAddress } from './site-address.ts';

/**
 * What `@astrojs/sitemap` writes: home, articles and about at their whole addresses, each with the day
 * of its last change. The integration itself leaves `.html` off, and lists every page that is built.
 */
export function sitemapOptions(address: SiteAddress): SitemapOptions {
  let known: ReadonlyMap<string, string | undefined> | undefined;
  return {
    filter: (page) => wholeAddress(page, (known ??= lastChanges(address))) !== undefined,
    serialize: (item) => {
      const url = wholeAddress(item.url, known ?? new Map()) ?? item.url;
      const lastmod = known?.get(url);
      return { ...item, url, ...(lastmod !== undefined && { lastmod }) };
    },
  };
}

/**
 * Gives dates in a sitemap back the form in which they were written: a day without a time stays a day
 * (W3C Datetime), which the integration turns into midnight.
 */
export function bareDates(xml: string): string {
  return xml.replaceAll('T00:00:00.000Z</lastmod>', '</lastmod>');
}

function wholeAddress(page: string, known: ReadonlyMap<string, string | undefined>): string | undefined {
  const bare = page.replace(/\/$/, '');
  return [page, `${bare}.html`, `${bare}/index.html`].find((address) => known.has(address));
}

function lastChanges({ base }: SiteAddress): Map<string, string | undefined> {
  const { languages = [] } = held.site?.get('site') ?? {};
  const firstLanguage = languages[0] ?? 'en';
  const changes = new Map<string, string | undefined>();
  const add = (target: Address, date: string | undefined): void => {
    changes.set(absoluteAddress(fileOf(target, { firstLanguage }), { base }), date);
  };
  const published = [...(held.articles?.values() ?? [])]
    .map(({ article }) => article)
    .filter(({ original }) => !original.data.draft);
  for (const { slug, original, translations } of published)
    for (const { lang } of [original, ...translations])
      add({ kind: 'article', lang, slug }, formatEdtf(newestUpdate(original.data.updates)));
  for (const lang of languages) {
    const dates = published
      .filter(({ original, translations }) => [original, ...translations].some((edition) => edition.lang === lang))
      .map(({ original }) => formatEdtf(newestUpdate(original.data.updates)));
    add({ kind: 'home', lang }, dates.toSorted().at(-1));
  }
  for (const [
    lang,
    {
      page: { data },
    },
  ] of held.about ?? [])
    add({ kind: 'about', lang }, formatEdtf(data.updated));
  return changes;
}
