import { z } from 'zod';
import { MOST_SIDES } from '../../styles/palette.ts';
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
  title: headline(LONGEST.title).describe('The headline; at most 90 characters as a reader sees them.'),
  summary: text(LONGEST.summary).describe('The preview text and the line under the title; at most 220 characters.'),
  published: moment.describe('When the article came out: a day, or a day and a time with its offset.'),
  draft: flag.optional().describe('true: shown by `npm run dev` and nowhere else.'),
  updates: z
    .array(update)
    .min(1, 'is empty; list at least the first publication')
    .describe('What changed, and when; the newest date is the day on which the article counts as changed.'),
  keyPoints: keyPoints.describe('3 to 7 sentences, each cited.'),
  sides: z
    .array(side)
    .max(MOST_SIDES, `has more than ${MOST_SIDES} sides; name the ${MOST_SIDES} that a reader has to tell apart`)
    .optional()
    .describe(`The parties whose colours run through the page; at most ${MOST_SIDES}.`),
  places: z.record(id, place).describe('Where things happened, by id; an event belongs to the side of its place.'),
  phases: z
    .array(phase)
    .optional()
    .describe('The stretches of the timeline; when there are any, every event names one.'),
  timeline: z
    .array(event)
    .min(1, 'is empty; write at least one event')
    .describe('What happened, in the order in which it started.'),
  people: z.array(person).optional().describe('Who acts in the story.'),
  numbers: z.array(figure).optional().describe('Numbers to know.'),
  count: count.optional().describe('A number drawn as that many marks, in groups.'),
  journey: z.array(leg).optional().describe('A way on the map, leg by leg.'),
  terms: z
    .array(term)
    .optional()
    .describe('Words that a reader may not know; the first use of each in the prose leads to its meaning.'),
  disputes: z.array(dispute).optional().describe('What is answered differently.'),
  questions: z.array(question).optional().describe('What is not known.'),
});

export type Original = z.output<typeof original>;
