import type { StoryWords } from '../i18n/words.ts';
import { sectionAnchor } from '../text/headings.ts';
import type { Story } from './story.ts';

/** An entry of the table of contents. */
export interface ContentsEntry {
  readonly anchor: string;
  readonly text: string;
  /** Its language (BCP 47), where it is not the page's. */
  readonly lang?: string;
}

/** The parts of an article's page that a reader can go to, in page order; parts without content are not there. */
export function contentsOf(story: Story, words: StoryWords): ContentsEntry[] {
  const headings = story.headings
    .filter(({ depth }) => depth === 2)
    .map(({ id, text, lang }) => ({ anchor: id, text, ...(lang !== undefined && { lang }) }));
  const parts = (['timeline', 'numbers', 'disputes', 'questions', 'people', 'terms', 'updates', 'sources'] as const)
    .filter((part) => story[part].length > 0 || (part === 'numbers' && story.count))
    .map((part) => ({ anchor: sectionAnchor(part), text: words[part] }));
  return [...headings, ...parts];
}
