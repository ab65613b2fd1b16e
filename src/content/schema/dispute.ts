import { z } from 'zod';
import { citedSources } from './cited-sources.ts';
import { id } from './id.ts';
import { headline, text } from './text.ts';

/** A question that is answered differently, with every answer. */
export const dispute = z.strictObject({
  id: id.describe('What links and translations name it by.'),
  question: headline().describe('What is disputed, as a question.'),
  positions: z
    .array(
      z.strictObject({
        id: id.describe('What translations name it by.'),
        claim: text().describe('What is claimed.'),
        saidBy: text().describe('Who claims it.'),
        sources: citedSources.describe('Ids of sources: at least one.'),
      }),
    )
    .min(2, 'shows fewer than two positions; a dispute has at least two')
    .describe('Every answer: at least two.'),
});
