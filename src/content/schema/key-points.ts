import { z } from 'zod';
import { citedIn } from '../../markdown/citations.ts';
import { breaks } from '../rule-book.ts';
import { text } from './text.ts';

/** What a reader takes away who reads nothing else: 3 to 7 sentences, each cited. */
export const keyPoints = z
  .array(
    text().refine((html) => citedIn(html).length > 0, {
      ...breaks('uncited'),
      error: 'cites no source; end it with one, as in [^source-id]',
    }),
  )
  .min(3, 'has fewer than 3 key points; write 3 to 7')
  .max(7, 'has more than 7 key points; write 3 to 7');
