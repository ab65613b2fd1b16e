import { join } from 'node:path';
import { pictureOf } from '../pictures/cache.ts';
import type { Card } from '../pictures/card.ts';
import type { AboutEntry } from '../content/entries.ts';
import { held } from '../content/held.ts';
import type { Prose } from '../text/pipeline.ts';
import type { Site } from '../content/model/site.ts';
import { wordsFor } from '../i18n/languages.ts';
import type { Policies } from '../share/json-ld.ts';
import type { EventPage } from '../story/event-page.ts';
import { type Listing, listings } from '../story/listing.ts';
import type { SiteContext } from '../story/page.ts';
import { mergePartialProse } from '../story/untranslated.ts';
import { buildStory, type Story } from '../story/story.ts';
import { byStart } from '../dates/compare.ts';

/**
 * The parameter of a route under `[...lang]` and what its pages know: one for each language of the
 * site, the first without a folder.
 */
export function languageRoutes(): { lang: string; param: string | undefined }[] {
  const { languages } = loadSite();
  return languages.map((lang, index) => ({ lang, param: index === 0 ? undefined : lang }));
}

/** What a page in one language knows of the site. */
export function siteContext(lang?: string): SiteContext {
  const site = loadSite();
  const firstLanguage = site.languages[0] as string;
  const language = lang ?? firstLanguage;
  return { site, urls: { base: SITE_BASE, firstLanguage }, lang: language, words: wordsFor(language) };
}

/** The published stories in one language, newest update first; `dev` shows drafts as well. */
export function storiesIn(lang: string): Story[] {
  return loadStories().filter((story) => story.lang === lang);
}

/** A route for each language of the site. */
export function siteRoutes(): { params: { lang: string | undefined }; props: { lang: string } }[] {
  return languageRoutes().map(({ lang, param }) => ({ params: { lang: param }, props: { lang } }));
}

/** A route for each page of the list of all stories behind the first, which is the home page. */
export function listingRoutes(): ListingRoute[] {
  return languageRoutes().flatMap(({ lang, param }) =>
    listings(storiesIn(lang))
      .slice(1)
      .map((listing) => ({ params: { lang: param, page: String(listing.number) }, props: { lang, listing } })),
  );
}

interface ListingRoute {
  params: { lang: string | undefined; page: string };
  props: { lang: string; listing: Listing<Story> };
}

/** A route for each story in each language that it is told in. */
export function storyRoutes(): StoryRoute<{ story: Story }>[] {
  return languageRoutes().flatMap(({ lang, param }) =>
    storiesIn(lang).map((story) => ({ params: { lang: param, slug: story.slug }, props: { story } })),
  );
}

/** A route for each moment of each story. */
export function momentRoutes(): StoryRoute<{ story: Story; moment: EventPage }, { event: string }>[] {
  return storyRoutes().flatMap(({ params, props: { story } }) =>
    story.moments.map((moment) => ({ params: { ...params, event: moment.event.id }, props: { story, moment } })),
  );
}

interface StoryRoute<Props, Params = object> {
  params: { lang: string | undefined; slug: string } & Params;
  props: Props;
}

/** The about page in one language. */
export function aboutIn(lang: string): AboutEntry | undefined {
  return held.about?.get(lang);
}

/**
 * Where the about page sets out how stories are made and corrected: its headings `How a story is made` and
 * `Corrections` in the first language, and the ones that stand in their places in the others.
 */
export function policiesIn(lang: string): Policies {
  const { languages } = loadSite();
  const [first, here] = [aboutIn(languages[0] as string), aboutIn(lang)];
  const anchor = (id: string): string | undefined =>
    here?.prose.headings[first?.prose.headings.findIndex((heading) => heading.id === id) ?? -1]?.id;
  const [principles, corrections] = [anchor('h-how-a-story-is-made'), anchor('h-corrections')];
  return { ...(principles && { principles }), ...(corrections && { corrections }) };
}

/** A preview picture, drawn or remembered. */
export async function png(card: Card): Promise<Response> {
  return new Response(await pictureOf(card, join(process.cwd(), '.cache/pictures')));
}

function loadSite(): Site {
  if (!held.site) throw new Error('content/site.yaml has errors; npm run check lists them');
  return held.site;
}

let joined: Story[] | undefined;

// Six routes show each story; a build joins it once, and `dev` anew at every request.
function loadStories(): Story[] {
  if (SHOWS_DRAFTS) return joinStories();
  return (joined ??= joinStories());
}

function joinStories(): Story[] {
  return (held.articles ?? [])
    .filter(({ article }) => SHOWS_DRAFTS || !article.original.data.draft)
    .flatMap(({ article, prose }) =>
      [undefined, ...article.translations].map((translation) => {
        const lang = translation?.lang ?? article.original.lang;
        const original = prose[article.original.lang] as Prose;
        const words = wordsFor(lang);
        const own = translation ? mergePartialProse(prose[lang] as Prose, original, article.original.lang) : original;
        return buildStory(article, translation, own, words);
      }),
    )
    .toSorted((a, b) => byStart(b.modified.date, a.modified.date) || (a.slug < b.slug ? -1 : 1));
}
