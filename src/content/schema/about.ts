import { z } from 'zod';
import { moment } from './date.ts';
import { LONGEST } from './original.ts';
import { headline, text } from './text.ts';

/** The frontmatter of the about page. */
export const about = z.strictObject({
  title: headline(LONGEST.title).describe('At most 90 characters.'),
  updated: moment.describe('When it was last changed.'),
  summary: text(LONGEST.summary).describe('At most 220 characters.'),
});

export type About = z.output<typeof about>;
