import { z } from 'zod';
import { id } from './id.ts';
import { text } from './text.ts';

/** Something that is not known. */
export const question = z.strictObject({
  id: id.describe('What translations name it by.'),
  question: text().describe('What is not known, as a question.'),
  note: text().optional().describe('What little is known.'),
});
