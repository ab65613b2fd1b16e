import { z } from 'zod';
import { id } from './id.ts';

/** One leg of a way on the map. */
export const leg = z.strictObject({
  from: id.describe('The id of the place where it starts.'),
  to: id.describe('The id of the place where it ends.'),
  event: id.optional().describe('The id of the event that tells it.'),
});
