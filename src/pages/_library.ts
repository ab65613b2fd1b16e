import { getCollection, getEntry } from 'astro:content';
import type { AboutEntry } from '../content/loader.ts';
import type { Site } from '../content/schema/site.ts';
import { wordsFor } from '../i18n/languages.ts';
import { linkTexts } from '../story/references.ts';
import type { SiteContext } from '../story/site-context.ts';
import { fillProse } from '../story/prose.ts';
import { joinStory, type RenderedProse, type Story } from '../story/story.ts';
import { compareStarts } from '../dates/compare.ts';

/**
 * The parameter of a route under `[...lang]` and what its pages know: one for each language of the
 * site, the first without a folder.
 */
export async function languageRoutes(): Promise<{ lang: string; param: string | undefined }[]> {
  const { languages } = await loadSite();
  return languages.map((lang, index) => ({ lang, param: index === 0 ? undefined : lang }));
}

/** What a page in one language knows of the site. */
export async function siteContext(lang?: string): Promise<SiteContext> {
  const site = await loadSite();
  const firstLanguage = site.languages[0] as string;
  const language = lang ?? firstLanguage;
  return { site, book: { base: SITE_BASE, firstLanguage }, lang: language, words: wordsFor(language) };
}

/** The published stories in one language, newest update first; `dev` shows drafts as well. */
export async function storiesIn(lang: string): Promise<Story[]> {
  const all = await loadStories();
  return all.filter((story) => story.lang === lang);
}

/** The about page in one language. */
export async function aboutIn(lang: string): Promise<AboutEntry | undefined> {
  const about = (await getEntry('about', lang))?.data;
  if (!about) return undefined;
  const { book } = await siteContext(lang);
  return linkTexts(about, about.page.path, book);
}

async function loadSite(): Promise<Site> {
  const entry = await getEntry('site', 'site');
  if (!entry) throw new Error('content/site.yaml has errors; npm run check lists them');
  return entry.data;
}

let joined: Promise<Story[]> | undefined;

// Six routes show each story; a build joins it once, and `dev` anew at every request.
function loadStories(): Promise<Story[]> {
  if (SHOWS_DRAFTS) return joinStories();
  return (joined ??= joinStories());
}

async function joinStories(): Promise<Story[]> {
  const entries = await getCollection('articles');
  return entries
    .map(({ data }) => data)
    .filter(({ article }) => SHOWS_DRAFTS || !article.original.data.draft)
    .flatMap(({ article, prose }) =>
      [undefined, ...article.translations].map((translation) => {
        const lang = translation?.lang ?? article.original.lang;
        const original = prose[article.original.lang] as RenderedProse;
        const own = translation ? fillProse(prose[lang] as RenderedProse, original, article.original.lang) : original;
        return joinStory(article, translation, own, wordsFor(lang));
      }),
    )
    .toSorted((a, b) => compareStarts(b.modified.date, a.modified.date) || (a.slug < b.slug ? -1 : 1));
}
