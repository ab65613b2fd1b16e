import type { Site } from '../content/schema/site.ts';
import type { Words } from '../i18n/words.ts';
import type { AddressBook } from './urls.ts';

/** What a page in one language knows of the site. */
export interface SiteContext {
  readonly site: Site;
  readonly book: AddressBook;
  readonly lang: string;
  readonly words: Words;
}
