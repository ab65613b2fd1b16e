import { z } from 'zod';
import { citedSources } from './cited-sources.ts';
import { id } from './id.ts';
import { wholeNumber } from './number.ts';
import { text } from './text.ts';

/** A number drawn as that many marks, in groups that add up to it. */
export const count = z.strictObject({
  total: wholeNumber.describe('All of them.'),
  label: text().describe('What is counted.'),
  groups: z
    .array(
      z.strictObject({
        id: id.describe('What translations name it by.'),
        label: text().describe('Which of them.'),
        count: wholeNumber.describe('How many.'),
        note: text().optional().describe('What a reader should know of this number.'),
        side: id.optional().describe('The id of the side that they belong to, for their colour.'),
        sources: citedSources.optional().describe('Ids of sources.'),
      }),
    )
    .min(1, 'has no groups; name at least one')
    .describe('Its parts; their counts add up to the total.'),
});
