import { isoDay } from '../dates/edtf.ts';
import { textOf } from '../dates/format.ts';
import { fill } from '../i18n/messages.ts';
import { urlOf } from '../story/urls.ts';
import type { SiteContext } from '../story/page.ts';
import type { Story } from '../story/story.ts';

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
    author: site.name,
    title: story.titleText,
    published: textOf(story.published.parts),
    updated: textOf(story.modified.parts),
    url,
  });
  return { plain, bibtex: bibtex(story, context, url) };
}

// "misc" with a url is what classic BibTeX and biblatex both take; the second pair of braces keeps the
// case of a title, and the name of an organisation from being read as a person's.
function bibtex(story: Story, { site, words }: SiteContext, url: string): string {
  const { slug, lang, titleText, published, modified } = story;
  const fields = [
    ['author', `{${tex(site.name)}}`],
    ['title', `{${tex(titleText)}}`],
    ['year', String(published.date.year)],
    ['date', isoDay(published.date)],
    ['note', tex(`${words.page.updated}: ${isoDay(modified.date)}`)],
    ['langid', lang],
    // Commands are not read inside an address; what would end the field is written as the web writes it.
    ['url', url.replace(/[{}\\]/g, encodeURIComponent)],
  ];
  return `@misc{${slug}-${lang},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`;
}

const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function tex(text: string): string {
  return text.replace(/[\\~^{}$&#%_]/g, (character) => COMMANDS[character] ?? `\\${character}`);
}
