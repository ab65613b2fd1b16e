import { isoDay } from '../dates/edtf.ts';
import { textOf } from '../dates/format.ts';
import { fill, listInWords } from '../i18n/messages.ts';
import type { SiteContext } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import { authorNames } from '../story/subjects.ts';
import type { StoryEvent } from '../story/timeline.ts';
import { type PageRef, urlOf } from '../story/urls.ts';
import { escapeHtml, type Html } from '../text/html.ts';
import { bibtexEntry, tex } from './exports-sources.ts';

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
  return { url, title, mail: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(url)}` };
}

/** The HTML that another site puts into its page to show the timeline. */
export function embedSnippet({ lang, slug, titleText }: Story, { urls, words }: SiteContext): Html {
  const src = escapeHtml(urlOf({ kind: 'embed', lang, slug }, urls));
  const title = escapeHtml(`${words.story.timeline}: ${titleText}`);
  return `<iframe src="${src}" title="${title}" width="100%" height="640" loading="lazy"></iframe>`;
}

/** How a page is cited elsewhere. */
export interface PageCitation {
  /** A sentence for a list of references. */
  readonly plain: string;
  readonly bibtex: string;
}

/** Cites an article: as a sentence, and for a reference manager. */
export function citeStory(story: Story, context: SiteContext): PageCitation {
  const { site, urls, words } = context;
  const url = urlOf({ kind: 'article', lang: story.lang, slug: story.slug }, urls);
  const plain = fill(words.share.reference, {
    author: listInWords(authorNames(story, site), words),
    title: story.titleText,
    published: textOf(story.published.parts),
    updated: textOf(story.modified.parts),
    url,
  });
  return { plain, bibtex: bibtex(story, context, url) };
}

// "misc" with a url is what classic BibTeX and biblatex both take; the second pair of braces keeps the
// case of a title, and the name of an organisation from being read as a person's.
function bibtex(
  { slug, lang, titleText, published, modified, authors }: Story,
  { site, words }: SiteContext,
  url: string,
) {
  return bibtexEntry('misc', `${slug}-${lang}`, {
    author: authors.length > 0 ? authors.map(({ name }) => person(name)).join(' and ') : `{${tex(site.name)}}`,
    title: `{${tex(titleText)}}`,
    year: String(published.date.year),
    date: isoDay(published.date),
    note: tex(`${words.page.updated}: ${isoDay(modified.date)}`),
    langid: lang,
    url,
  });
}

/** A name as BibTeX takes it apart, unless it holds what parts names. */
function person(name: string): string {
  return /,|\sand\s/.test(name) ? `{${tex(name)}}` : tex(name);
}
