import { fill } from '../i18n/interpolate.ts';
import { absoluteAddress, type Address, fileOf } from '../story/addresses.ts';
import type { SiteContext } from '../story/site-context.ts';
import type { Story } from '../story/story.ts';
import type { StoryEvent } from '../story/timeline.ts';

/** What it takes to pass a page on. */
export interface Passing {
  /** The page's address on the web: also where a copy of it was opened from a disk. */
  readonly url: string;
  readonly title: string;
  /** Opens the reader's mail program on a message with the title and the address (RFC 6068). */
  readonly mail: string;
}

/** How an article is passed on. */
export function articlePassing({ lang, slug, titleText }: Story, context: SiteContext): Passing {
  return passing({ kind: 'article', lang, slug }, titleText, context);
}

/** How a moment is passed on. */
export function momentPassing({ lang, slug }: Story, { id, plain }: StoryEvent, context: SiteContext): Passing {
  return passing({ kind: 'moment', lang, slug, event: id }, plain.title, context);
}

function passing(address: Address, title: string, { book }: SiteContext): Passing {
  const url = absoluteAddress(fileOf(address, book), book);
  const mail = fill('mailto:?subject={title}&body={url}', {
    title: encodeURIComponent(title),
    url: encodeURIComponent(url),
  });
  return { url, title, mail };
}
