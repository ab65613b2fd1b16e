import { isoDay } from '../dates/edtf.ts';
import { formatDate } from '../dates/format.ts';
import { fill, listInWords } from '../i18n/messages.ts';
import type { SiteContext } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import { authorNames } from '../story/subjects.ts';
import { urlOf } from '../story/urls.ts';
import { escapeHtml, type Html } from '../text/html.ts';
import { bibtexEntry, tex } from './exports-sources.ts';

/** The HTML that another site puts into its page to show the timeline. */
export function embedSnippet({ lang, slug, titleText }: Story, { urls, words }: SiteContext): Html {
  const src = escapeHtml(urlOf({ kind: 'embed', lang, slug }, urls));
  const title = escapeHtml(`${words.story.timeline}: ${titleText}`);
  return `<iframe src="${src}" title="${title}" width="100%" height="640" loading="lazy" style="border: 0"></iframe>`;
}

/** Cites an article: as a sentence for a list of references, and for a reference manager. */
export function citeStory(story: Story, { site, urls, words }: SiteContext): { plain: string; bibtex: string } {
  const { slug, lang, titleText, published, modified, authors } = story;
  const url = urlOf({ kind: 'article', lang, slug }, urls);
  const plain = fill(words.share.reference, {
    author: listInWords(authorNames(story, site), words),
    title: titleText,
    published: formatDate(published, words),
    updated: formatDate(modified, words),
    url,
  });
  // "misc" with a url is what classic BibTeX and biblatex both take; the second pair of braces keeps the
  // case of a title, and the name of an organisation from being read as a person's.
  const bibtex = bibtexEntry('misc', `${slug}-${lang}`, {
    author: authors.length > 0 ? authors.map(({ name }) => person(name)).join(' and ') : `{${tex(site.name)}}`,
    title: `{${tex(titleText)}}`,
    year: String(published.year),
    date: isoDay(published),
    note: tex(`${words.page.updated}: ${isoDay(modified)}`),
    langid: lang,
    url,
  });
  return { plain, bibtex };
}

/** A name as BibTeX takes it apart, unless it holds what parts names. */
function person(name: string): string {
  return /,|\sand\s/.test(name) ? `{${tex(name)}}` : tex(name);
}
