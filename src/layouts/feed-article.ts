import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import FeedArticle from './FeedArticle.astro';
import { readerHtml } from '../share/reader-html.ts';
import type { SiteContext } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import { urlOf } from '../story/urls.ts';
import type { Html } from '../text/html.ts';
import { setApart } from '../text/line-ends.ts';

const known = new WeakMap<Story, Promise<Html>>();
let container: Promise<AstroContainer> | undefined;

/** The whole of a story as HTML for feed readers, made from what its page shows. Both feeds of a language hold it. */
export function feedArticle(story: Story, context: SiteContext): Promise<Html> {
  let content = known.get(story);
  if (!content) known.set(story, (content = render(story, context)));
  return content;
}

async function render(story: Story, context: SiteContext): Promise<Html> {
  const html = await (
    await (container ??= AstroContainer.create())
  ).renderToString(FeedArticle, {
    props: { context, story },
  });
  const { lang, slug } = story;
  // Feed readers search and break lines in ways of their own.
  return readerHtml(setApart(html, lang), urlOf({ kind: 'article', lang, slug }, context.urls), lang);
}
