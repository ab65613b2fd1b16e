import { z } from 'zod';
import { citedIn } from '../../text/rich-text.ts';
import { breaks } from '../rule-book.ts';
import { text } from './text.ts';

/** How few and how many key points an article has. */
export const FEWEST = 3;
export const MOST = 7;

/** What a reader takes away who reads nothing else: 3 to 7 sentences, each cited. */
export const keyPoints = z
  .array(
    text().refine((value) => citedIn(value).length > 0, {
      ...breaks('uncited'),
      error: 'cites no source; end it with one, as in [^source-id]',
    }),
  )
  .min(FEWEST, 'has fewer than 3 key points; write 3 to 7')
  .max(MOST, 'has more than 7 key points; write 3 to 7');
