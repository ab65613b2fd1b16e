import type { SectionName } from '../content/model/article.ts';
import type { Story } from '../story/story.ts';
import Disputes from './Disputes.astro';
import KeyNumbers from './KeyNumbers.astro';
import People from './People.astro';
import Questions from './Questions.astro';
import SourceList from './SourceList.astro';
import StoryMap from './StoryMap.astro';
import Terms from './Terms.astro';
import Timeline from './Timeline.astro';
import Updates from './Updates.astro';

/** A section of an article's page below the prose. */
type PartName = Exclude<SectionName, 'key-points'>;

/** What each shows. Each takes what it needs of the story. */
export const PARTS = {
  timeline: Timeline,
  map: StoryMap,
  numbers: KeyNumbers,
  disputes: Disputes,
  questions: Questions,
  people: People,
  terms: Terms,
  updates: Updates,
  sources: SourceList,
} satisfies Record<PartName, (story: Story) => unknown>;
