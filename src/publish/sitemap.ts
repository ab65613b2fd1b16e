import type { SitemapOptions } from '@astrojs/sitemap';
import { held } from '../content/held.ts';
import { byStart } from '../dates/compare.ts';
import { formatEdtf } from '../dates/edtf.ts';
import { absoluteAddress, type Address, fileOf, homeAddress } from '../story/addresses.ts';
import { listings } from '../story/listing.ts';
import { newestUpdate } from '../story/updates.ts';
import type { SiteAddress } from './site-address.ts';

/**
 * What `@astrojs/sitemap` writes: home, articles and about at their whole addresses, each with the day
 * of its last change. The integration itself leaves `.html` off, and lists every page that is built. A build
 * has read the content when it asks for this.
 */
export function sitemapOptions(address: SiteAddress): SitemapOptions {
  const known = lastChanges(address);
  return {
    // All of them: the integration knows only those that this build has rendered.
    customPages: [...known.keys()],
    filter: (page) => known.has(page),
    serialize: (item) => {
      const lastmod = known.get(item.url);
      return { ...item, ...(lastmod !== undefined && { lastmod }) };
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
      .map(({ original }) => newestUpdate(original.data.updates))
      .toSorted((a, b) => byStart(b, a));
    for (const {
      number,
      items: [newest],
    } of listings(dates))
      add(homeAddress(lang, number), newest && formatEdtf(newest));
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
