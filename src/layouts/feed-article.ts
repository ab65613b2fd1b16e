import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import FeedArticle from './FeedArticle.astro';
import { readerHtml } from '../share/reader-html.ts';
import type { SiteContext } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import { urlOf } from '../story/urls.ts';
import type { Html } from '../text/html.ts';
import { setApart } from '../text/line-ends.ts';

const rendered = new WeakMap<Story, Promise<Html>>();
const inFeeds = new WeakMap<Story, Promise<Html>>();
let container: Promise<AstroContainer> | undefined;

/** What the page of a story shows below its head, as HTML without the frame of the page. The feeds and the book share it. */
export function articleHtml(story: Story, context: SiteContext): Promise<Html> {
  return once(rendered, story, async () => {
    const props = { context, story };
    const html = await (await (container ??= AstroContainer.create())).renderToString(FeedArticle, { props });
    // Readers' programs search and break lines in ways of their own.
    return setApart(html, story.lang);
  });
}

/** The whole of a story as HTML for feed readers, made from what its page shows. Both feeds of a language hold it. */
export function feedArticle(story: Story, context: SiteContext): Promise<Html> {
  return once(inFeeds, story, async () => {
    const { lang, slug } = story;
    return readerHtml(await articleHtml(story, context), urlOf({ kind: 'article', lang, slug }, context.urls), lang);
  });
}

function once(known: WeakMap<Story, Promise<Html>>, story: Story, make: () => Promise<Html>): Promise<Html> {
  let html = known.get(story);
  if (!html) known.set(story, (html = make()));
  return html;
}
