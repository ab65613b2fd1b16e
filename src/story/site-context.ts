import type { Site } from '../content/model/site.ts';
import type { Words } from '../i18n/words.ts';
import type { AddressBook } from './addresses.ts';

/** What a page in one language knows of the site. */
export interface SiteContext {
  readonly site: Site;
  readonly book: AddressBook;
  readonly lang: string;
  readonly words: Words;
}
