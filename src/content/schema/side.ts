import { z } from 'zod';
import { id } from './id.ts';
import { headline } from './text.ts';

/** A party whose colour runs through the page. */
export const side = z.strictObject({
  id: id.describe('What places and people name it by.'),
  name: headline().describe('Its name.'),
});

export type Side = z.output<typeof side>;
