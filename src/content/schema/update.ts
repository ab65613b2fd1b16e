import { z } from 'zod';
import { moment } from './date.ts';
import { text } from './text.ts';

/** A change since the article came out, or its coming out. */
export const update = z.strictObject({
  date: moment.describe('When it was made.'),
  note: text().describe('What changed.'),
  kind: z.enum(['correction']).optional().describe('correction: something was wrong before.'),
});

export type Update = z.output<typeof update>;
