import { fill } from '../i18n/messages.ts';
import type { SiteContext } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import type { StoryEvent } from '../story/timeline.ts';
import { type PageRef, urlOf } from '../story/urls.ts';
import { escapeHtml, type Html } from '../text/html.ts';

/** What it takes to pass a page on. */
export interface Shared {
  /** The page's address on the web: also where a copy of it was opened from a disk. */
  readonly url: string;
  readonly title: string;
  /** Opens the reader's mail program on a message with the title and the address (RFC 6068). */
  readonly mail: string;
}

/** How an article is passed on. */
export function shareArticle({ lang, slug, titleText }: Story, context: SiteContext): Shared {
  return share({ kind: 'article', lang, slug }, titleText, context);
}

/** How an event's own page is passed on. */
export function shareEvent({ lang, slug }: Story, { id, plain }: StoryEvent, context: SiteContext): Shared {
  return share({ kind: 'moment', lang, slug, event: id }, plain.title, context);
}

function share(page: PageRef, title: string, { urls }: SiteContext): Shared {
  const url = urlOf(page, urls);
  const mail = fill('mailto:?subject={title}&body={url}', {
    title: encodeURIComponent(title),
    url: encodeURIComponent(url),
  });
  return { url, title, mail };
}

/** The HTML that another site puts into its page to show the timeline. */
export function embedSnippet({ lang, slug, titleText }: Story, { urls, words }: SiteContext): Html {
  const src = escapeHtml(urlOf({ kind: 'embed', lang, slug }, urls));
  const title = escapeHtml(`${words.story.timeline}: ${titleText}`);
  return `<iframe src="${src}" title="${title}" width="100%" height="640" loading="lazy"></iframe>`;
}
