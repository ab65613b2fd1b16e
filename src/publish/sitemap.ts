import type { SitemapOptions } from '@astrojs/sitemap';
import { currentContent } from '../content/current.ts';
import { byStart } from '../dates/compare.ts';
import { formatEdtf } from '../dates/edtf.ts';
import { homePage, listings, type PageRef, urlOf } from '../story/urls.ts';
import { newestUpdate } from '../story/localise.ts';
import type { SiteAddress } from './site-address.ts';

/**
 * What `@astrojs/sitemap` writes: home, topics, articles and about at their whole addresses, each with the day
 * of its last change and with its twins. The integration itself leaves `.html` off, and lists every page
 * that is built.
 */
export function sitemapOptions(address: SiteAddress): SitemapOptions {
  let known: ReadonlyMap<string, Entry> | undefined;
  // Asked for when the site is built: the configuration is loaded before the content is read.
  const entries = (): ReadonlyMap<string, Entry> => (known ??= entriesOf(address));
  return {
    get customPages() {
      return [...entries().keys()];
    },
    filter: (page) => entries().has(page),
    serialize: (item) => ({ ...item, ...entries().get(item.url) }),
  };
}

/** What the sitemap says of a page beside its address. */
interface Entry {
  readonly lastmod?: string;
  /** The page in each language that it exists in, its own among them, and for readers of any other language. */
  readonly links?: { readonly lang: string; readonly url: string }[];
}

/**
 * Gives dates in a sitemap back the form in which they were written: a day without a time stays a day
 * (W3C Datetime), which the integration turns into midnight.
 */
export function bareDates(xml: string): string {
  return xml.replaceAll('T00:00:00.000Z</lastmod>', '</lastmod>');
}

function entriesOf({ base }: SiteAddress): Map<string, Entry> {
  const { site, lists, articles, about } = currentContent();
  const languages = site?.languages ?? [];
  const firstLanguage = languages[0] ?? 'en';
  const entries = new Map<string, Entry>();
  /** Adds a page in each of its languages, the original's first. */
  const add = (addressIn: (lang: string) => PageRef, dates: ReadonlyMap<string, string | undefined>): void => {
    const twins = [...dates.keys()].map((lang) => ({ lang, url: urlOf(addressIn(lang), { base, firstLanguage }) }));
    const [first] = twins;
    const links = first && twins.length > 1 ? [...twins, { lang: 'x-default', url: first.url }] : undefined;
    for (const { lang, url } of twins) {
      const lastmod = dates.get(lang);
      entries.set(url, { ...(lastmod !== undefined && { lastmod }), ...(links && { links }) });
    }
  };
  /** Newest update first. */
  const published = [...articles.values()]
    .map(({ article: { slug, original, translations } }) => ({
      slug,
      languages: [original, ...translations].map(({ lang }) => lang),
      date: newestUpdate(original.data.updates),
      topics: original.data.topics ?? [],
    }))
    .toSorted((a, b) => byStart(b.date, a.date));
  for (const { slug, languages: spoken, date } of published)
    add((lang) => ({ kind: 'article', lang, slug }), new Map(spoken.map((lang) => [lang, formatEdtf(date)])));
  /** When the stories in a language were updated. */
  const datesIn = (lang: string, of = published): string[] =>
    of.filter(({ languages: spoken }) => spoken.includes(lang)).map(({ date }) => formatEdtf(date));
  for (const { id: topic } of lists.topics) {
    const those = published.filter(({ topics }) => topics.includes(topic));
    const dates = languages.map((lang) => [lang, datesIn(lang, those)[0]] as const);
    add((lang) => ({ kind: 'topic', lang, topic }), new Map(dates.filter(([, date]) => date !== undefined)));
  }
  add((lang) => homePage(lang, 1), new Map(languages.map((lang) => [lang, datesIn(lang)[0]])));
  // What the second page of one language lists is not what another's does.
  for (const lang of languages)
    for (const { number, items } of listings(datesIn(lang)).slice(1))
      add(() => homePage(lang, number), new Map([[lang, items[0]]]));
  const updated = [...about].map(([lang, { page }]) => [lang, formatEdtf(page.data.updated)] as const);
  add((lang) => ({ kind: 'about', lang }), new Map(updated));
  return entries;
}
