import { z } from 'zod';
import { citedSources } from './cited-sources.ts';
import { edtf } from './date.ts';
import { eventId, id } from './id.ts';
import { headline, text } from './text.ts';

/** How well an event is established. */
export const STATUSES = ['reported', 'one-side', 'disputed'] as const;
export type Status = (typeof STATUSES)[number];

/** One entry of the timeline. */
export const event = z.strictObject({
  id: eventId.describe('The last part of its address; it never changes.'),
  date: edtf.describe('When it happened, no more exact than is known (EDTF).'),
  place: id.optional().describe('The id of a place; required when the date has a time of day.'),
  phase: id.optional().describe('The id of its phase; required when the article has phases.'),
  title: headline().describe('A headline.'),
  text: text().describe('One to three sentences.'),
  status: z.enum(STATUSES).describe('reported (several outlets), one-side or disputed.'),
  dispute: id.optional().describe('The id of the dispute that sets out the positions.'),
  saidBy: text().optional().describe('Who asserts it; required unless it is reported.'),
  sources: citedSources.describe('Ids of sources: at least one.'),
});

export type Event = z.output<typeof event>;
