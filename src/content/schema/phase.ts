import { z } from 'zod';
import { id } from './id.ts';
import { headline } from './text.ts';

/** A stretch of the timeline. */
export const phase = z.strictObject({
  id: id.describe('What events name it by.'),
  title: headline().describe('Its heading.'),
});

export type Phase = z.output<typeof phase>;
