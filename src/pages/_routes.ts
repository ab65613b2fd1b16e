import { base, site as origin } from 'astro:config/server';
import { getCollection } from 'astro:content';
import { type AboutEntry, type Content, currentContent } from '../content/current.ts';
import { byStart } from '../dates/compare.ts';
import { messagesFor } from '../i18n/messages.ts';
import { pictureOf } from '../graphics/draw.ts';
import type { Card } from '../graphics/card.ts';
import type { Policies } from '../share/json-ld.ts';
import { type Listing, listings } from '../story/urls.ts';
import type { SiteContext } from '../story/page.ts';
import { buildStory, picturesOf, type Story } from '../story/story.ts';
import { inLanguage } from '../story/subjects.ts';
import {
  changesOf,
  type Front,
  monthsOf,
  type Neighbours,
  neighboursOf,
  type ShelfTopic,
  topicsOf,
} from '../story/shelf.ts';
import { mergePartialProse } from '../story/localise.ts';
import type { Prose } from '../text/pipeline.ts';

type Params = Readonly<Record<string, string | undefined>>;

// In dev Astro asks for the paths of routes as soon as content was read, and writes its store half a second later: paths
// that came from the store would be those of before, and a new page would stay on its 404.
// It keeps what a route gives its page until then: routes wait for nothing, so that none is kept that was made from the
// content of before.

/** A route for each language of the site; the first has no folder. */
export function siteRoutes() {
  const { languages } = siteContext({}).site;
  return languages.map((lang, index) => ({ params: { lang: index === 0 ? undefined : lang } }));
}

/** A route for each of the things that a language has: what names it in an address, and what its page is made of. */
function routesOf<Names extends Params, Props extends object>(
  thingsIn: (lang: string) => readonly { params: Names; props: Props }[],
) {
  return siteRoutes().flatMap(({ params }) => {
    const context = siteContext(params);
    return thingsIn(context.lang).map((thing) => ({
      params: { ...params, ...thing.params },
      props: { context, ...thing.props },
    }));
  });
}

/** A route for the about page in each language that has one, with those languages, and who writes there. */
export function aboutRoutes() {
  const languages = siteContext({}).site.languages.filter(aboutIn);
  return routesOf((lang) => {
    const [about, authors] = [aboutIn(lang), inLanguage(currentContent().lists.authors, lang)];
    return about ? [{ params: {}, props: { about, languages, authors } }] : [];
  });
}

/** A route for each page of the list of all stories behind the first, which is the home page. */
export function listingRoutes() {
  const behind = (lang: string) => listings(shelfOf(lang).stories).slice(1);
  return routesOf((lang) => behind(lang).map(({ number }) => ({ params: { page: String(number) }, props: {} })));
}

/** A route for each story in each language that it is told in, with what its page says of the desk, and leads on to. */
export function storyRoutes() {
  return routesOf((lang) => {
    const { stories, neighbours } = shelfOf(lang);
    const policies = policiesIn(lang);
    return stories.map((story) => ({
      params: { slug: story.slug },
      props: { story, policies, neighbours: neighbours.get(story.slug) },
    }));
  });
}

/** A route for each moment of each story. */
export function momentRoutes() {
  return routesOf((lang) =>
    shelfOf(lang).stories.flatMap((story) =>
      story.moments.map((moment) => ({
        params: { slug: story.slug, event: moment.event.id },
        props: { story, moment },
      })),
    ),
  );
}

/** A route for each form of each story's timeline, or of its sources. */
export function fileRoutes<Format extends { readonly extension: string }>(formats: readonly Format[]) {
  return routesOf((lang) =>
    shelfOf(lang).stories.flatMap((story) =>
      formats.map((format) => ({
        params: { slug: story.slug, format: format.extension },
        props: { story, format },
      })),
    ),
  );
}

/** A route for each topic in each language that has a story about it, with those languages. */
export function topicRoutes() {
  const languagesOf = (topic: string): string[] =>
    siteContext({}).site.languages.filter((lang) => shelfOf(lang).topics.some(({ id }) => id === topic));
  return routesOf((lang) =>
    shelfOf(lang).topics.map((topic) => ({
      params: { topic: topic.id },
      props: { topic, languages: languagesOf(topic.id) },
    })),
  );
}

/** A route for each picture of each story. */
export function pictureRoutes() {
  return shelfOf(siteContext({}).lang).stories.flatMap((story) =>
    picturesOf(story).map(({ id, image }) => ({ params: { slug: story.slug, id }, props: { image } })),
  );
}

/**
 * A route for each page that has moved, of those with one end of their file's name: Astro takes `index` at the end of an
 * address for the folder, so that the indexes of folders have routes of their own.
 */
export function movedRoutes(end: '.html' | '/index.html') {
  const [, ...folders] = siteContext({}).site.languages;
  return [...currentContent().redirects.pages]
    .filter(([from]) => from.endsWith('/index.html') === (end === '/index.html'))
    .map(([from, to]) => ({
      params: { moved: from.slice(0, -end.length) },
      props: { from, to, context: siteContext({ lang: folders.find((lang) => to.startsWith(`${lang}/`)) }) },
    }));
}

/**
 * What a page in one language knows of the site.
 *
 * @param params those of its route
 */
export function siteContext({ lang }: Params): SiteContext {
  const { site } = currentContent();
  if (!site) throw new Error('content/site.yaml has errors; npm run check lists them');
  const firstLanguage = site.languages[0] as string;
  const language = lang ?? firstLanguage;
  const address = new URL(base.replace(/\/?$/, '/'), origin).href;
  return { site, urls: { base: address, firstLanguage }, lang: language, words: messagesFor(language) };
}

/** The stories of the collection in the language of a route, newest update first; `dev` shows drafts as well. */
export async function storiesAt(params: Params): Promise<{ stories: Story[]; context: SiteContext }> {
  const context = siteContext(params);
  const entries = await getCollection('articles', ({ data }) => data.languages.includes(context.lang));
  const published = new Set(entries.map(({ id }) => id));
  return { stories: shelfOf(context.lang).stories.filter(({ slug }) => published.has(slug)), context };
}

/** The page of the list of all stories that a route leads to, and for the first what stands beside the list. */
export async function listingAt(
  params: Params,
): Promise<{ listing: Listing<Story>; front?: Front; context: SiteContext }> {
  const { stories, context } = await storiesAt(params);
  const number = Number(params['page'] ?? 1);
  const listing = listings(stories)[number - 1] as Listing<Story>;
  if (number > 1) return { listing, context };
  const { topics } = shelfOf(context.lang);
  return { listing, front: { topics, months: monthsOf(stories), changes: changesOf(stories) }, context };
}

/** A preview picture, drawn or remembered. */
export async function png(card: Card): Promise<Response> {
  return new Response(await pictureOf(card, PICTURES_FOLDER));
}

/** The about page in one language. */
function aboutIn(lang: string): AboutEntry | undefined {
  return currentContent().about.get(lang);
}

/**
 * Where the about page sets out how stories are made and corrected: its headings `How a story is made` and
 * `Corrections` in the first language, and the ones that stand in their places in the others.
 */
function policiesIn(lang: string): Policies {
  const [first, here] = [aboutIn(siteContext({}).lang), aboutIn(lang)];
  const anchor = (id: string): string | undefined =>
    here?.prose.headings[first?.prose.headings.findIndex((heading) => heading.id === id) ?? -1]?.id;
  return { principles: anchor('h-how-a-story-is-made'), corrections: anchor('h-corrections') };
}

/** The stories of one language, and what they have in common. */
interface Shelf {
  /** Newest update first. */
  readonly stories: readonly Story[];
  readonly neighbours: ReadonlyMap<string, Neighbours>;
  readonly topics: readonly ShelfTopic[];
}

const EMPTY: Shelf = { stories: [], neighbours: new Map(), topics: [] };

// Six routes show each story: it is joined once, and anew when the content was read anew.
const joined = new WeakMap<Content, ReadonlyMap<string, Shelf>>();

function shelfOf(lang: string): Shelf {
  const content = currentContent();
  let shelves = joined.get(content);
  if (!shelves) joined.set(content, (shelves = shelvesOf(content)));
  return shelves.get(lang) ?? EMPTY;
}

function shelvesOf(content: Content): Map<string, Shelf> {
  const order = content.lists.topics.map(({ id }) => id);
  const shelves = [...Map.groupBy(joinStories(content), ({ lang }) => lang)].map(([lang, stories]): [string, Shelf] => [
    lang,
    {
      stories,
      neighbours: neighboursOf(stories, messagesFor(lang)),
      topics: topicsOf(stories, order),
    },
  ]);
  return new Map(shelves);
}

function joinStories({ articles, lists, redirects: { former } }: Content): Story[] {
  return [...articles.values()]
    .flatMap(({ article, prose }) =>
      [undefined, ...article.translations].map((translation) => {
        const lang = translation?.lang ?? article.original.lang;
        const original = prose[article.original.lang] as Prose;
        const words = messagesFor(lang);
        const own = translation ? mergePartialProse(prose[lang] as Prose, original, article.original.lang) : original;
        return buildStory(article, translation, own, words, { lists, former });
      }),
    )
    .toSorted((a, b) => byStart(b.modified, a.modified) || (a.slug < b.slug ? -1 : 1));
}
