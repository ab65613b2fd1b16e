import { z } from 'zod';
import { citedSources } from './cited-sources.ts';
import { id } from './id.ts';
import { headline, text } from './text.ts';

/** A number that the reader should know; one entry of `numbers`. */
export const figure = z.strictObject({
  id: id.describe('What links and translations name it by.'),
  value: headline().describe('The number as it is printed.'),
  label: text().describe('What it counts.'),
  note: text().optional().describe('What a reader should know of it.'),
  sources: citedSources.describe('Ids of sources: at least one.'),
});
