import { z } from 'zod';
import { id } from './id.ts';
import { keyPoints } from './key-points.ts';
import { flag } from './number.ts';
import { LONGEST } from './original.ts';
import { headline, text } from './text.ts';

/** Texts by the id that the original edition gives them. */
const texts = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.record(id, z.strictObject(shape)).optional();

/** A text that the original has under the same key. */
const words = () => text().describe("In the place of the original's.");
const label = () => headline().describe("In the place of the original's.");

/**
 * The frontmatter of a translated edition: words only, by the original's ids. It has no key for a
 * date, a place's position, a status or a source, so it cannot state a fact of its own.
 */
export const translation = z.strictObject({
  title: headline(LONGEST.title).describe('At most 90 characters.'),
  summary: text(LONGEST.summary).optional().describe('At most 220 characters.'),
  partial: flag.optional().describe('true: what is not translated yet is shown in the original language.'),
  keyPoints: keyPoints.optional().describe("In the original's order."),
  updates: z.array(text()).optional().describe("The notes, in the original's order."),
  sides: texts({ name: label() }).describe('By the ids of the original, like all below.'),
  places: texts({ name: label() }).describe('By id.'),
  phases: texts({ title: label() }).describe('By id.'),
  timeline: texts({ title: label(), text: words(), saidBy: words().optional() }).describe('By the ids of the events.'),
  people: texts({ name: label(), role: words() }).describe('By id; `nativeName` holds in every language.'),
  numbers: texts({ value: label(), label: words(), note: words().optional() }).describe('By id.'),
  count: z
    .strictObject({
      label: words(),
      groups: texts({ label: words(), note: words().optional() }).describe('By id.'),
    })
    .optional()
    .describe('The words of the number drawn.'),
  terms: texts({ term: label(), means: words() }).describe('By id.'),
  disputes: texts({
    question: label(),
    positions: texts({ claim: words(), saidBy: words() }).describe('By id.'),
  }).describe('By id.'),
  questions: texts({ question: words(), note: words().optional() }).describe('By id.'),
});

export type Translation = z.output<typeof translation>;
