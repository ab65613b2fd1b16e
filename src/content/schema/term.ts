import { z } from 'zod';
import { citedSources } from './cited-sources.ts';
import { id } from './id.ts';
import { headline, text } from './text.ts';

/** A word that the reader may not know. */
export const term = z.strictObject({
  id: id.describe('What links and translations name it by.'),
  term: headline().describe('The word as the prose uses it; its first use there becomes a link.'),
  means: text().describe('What it means.'),
  sources: citedSources.describe('Ids of sources: at least one.'),
});
