import { z } from 'zod';
import { count } from './count.ts';
import { moment } from './date.ts';
import { dispute } from './dispute.ts';
import { event } from './event.ts';
import { figure } from './figure.ts';
import { id } from './id.ts';
import { leg } from './journey.ts';
import { keyPoints } from './key-points.ts';
import { flag } from './number.ts';
import { person } from './person.ts';
import { phase } from './phase.ts';
import { place } from './place.ts';
import { question } from './question.ts';
import { side } from './side.ts';
import { term } from './term.ts';
import { headline, text } from './text.ts';
import { update } from './update.ts';

/** The longest title and summary that previews show whole. */
export const LONGEST = { title: 90, summary: 220 } as const;

/** The frontmatter of an original edition: the facts of an article, and its words in one language. */
export const original = z.strictObject({
  title: headline(LONGEST.title).describe('At most 90 characters.'),
  summary: text(LONGEST.summary).describe('At most 220 characters: the preview, and the line under the title.'),
  published: moment.describe('When the article came out.'),
  draft: flag.optional().describe('true: seen in dev, absent from every output of build.'),
  updates: z.array(update).min(1, 'is empty; list at least the first publication').describe('What changed, and when.'),
  keyPoints: keyPoints.describe('3 to 7 sentences, each cited.'),
  sides: z.array(side).optional().describe('The parties whose colours run through the page.'),
  places: z.record(id, place).describe('Where things happened, by id.'),
  phases: z.array(phase).optional().describe('The stretches of the timeline.'),
  timeline: z.array(event).min(1, 'is empty; write at least one event').describe('What happened, in order.'),
  people: z.array(person).optional().describe('Who acts in the story.'),
  numbers: z.array(figure).optional().describe('The numbers to know.'),
  count: count.optional().describe('A number drawn as marks.'),
  journey: z.array(leg).optional().describe('A way on the map.'),
  terms: z.array(term).optional().describe('Words to know.'),
  disputes: z.array(dispute).optional().describe('What is answered differently.'),
  questions: z.array(question).optional().describe('What is not known.'),
});

export type Original = z.output<typeof original>;
