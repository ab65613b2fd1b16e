import { hasSection, isInContents, sectionAnchor, sectionsOf } from '../content/model/article.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Story } from './story.ts';

/** An entry of the table of contents. */
export interface ContentsEntry {
  readonly anchor: string;
  readonly text: string;
  /** Its language (BCP 47), where it is not the page's. */
  readonly lang?: string;
}

/** The parts of an article's page that a reader can go to, in page order; parts without content are not there. */
export function contentsOf(story: Story, words: Messages['story']): ContentsEntry[] {
  const headings = story.headings
    .filter(({ depth }) => depth === 2)
    .map(({ id, text, lang }) => ({ anchor: id, text, ...(lang !== undefined && { lang }) }));
  const sections = sectionsOf()
    .filter(isInContents)
    .filter((section) => hasSection(section, { ...story }))
    .map((section) => ({ anchor: sectionAnchor(section), text: words[section] }));
  return [...headings, ...sections];
}
