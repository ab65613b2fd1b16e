import { z } from 'zod';
import { id } from './id.ts';
import { keyPoints } from './key-points.ts';
import { flag } from './number.ts';
import { LONGEST } from './original.ts';
import { headline, text } from './text.ts';

/** Texts by the id that the original edition gives them. */
const texts = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.record(id, z.strictObject(shape)).optional();

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
  sides: texts({ name: headline() }),
  places: texts({ name: headline() }),
  phases: texts({ title: headline() }),
  timeline: texts({ title: headline(), text: text(), saidBy: text().optional() }),
  people: texts({ name: headline(), role: text() }),
  numbers: texts({ value: headline(), label: text(), note: text().optional() }),
  count: z
    .strictObject({ label: text(), groups: texts({ label: text(), note: text().optional() }) })
    .optional(),
  terms: texts({ term: headline(), means: text() }),
  disputes: texts({ question: headline(), positions: texts({ claim: text(), saidBy: text() }) }),
  questions: texts({ question: text(), note: text().optional() }),
});

export type Translation = z.output<typeof translation>;
