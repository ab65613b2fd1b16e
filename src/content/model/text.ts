import { z } from 'zod';
import { readInline } from '../../text/inline.ts';
import { citedIn, hasLinks, plainText } from '../../text/rich-text.ts';
import { breaks, type RuleName } from '../rule-book.ts';

/** The most characters of a short text as written: one to three sentences are far below it. */
const LONGEST_WRITTEN = 2_000;

/**
 * A short text: inline markdown in, rich text out.
 *
 * @param longest the most characters that a reader may see, counted as graphemes
 */
export function text(longest?: number) {
  return nonEmpty().transform((value, context) => {
    const refuse = (rule: RuleName, message: string): void =>
      context.addIssue({ code: 'custom', ...breaks(rule), message, input: value });
    if (value.length > LONGEST_WRITTEN) {
      refuse('file-size', `this is ${value.length} characters long; a short text has at most ${LONGEST_WRITTEN}`);
      return z.NEVER;
    }
    const read = readInline(value, refuse);
    const length = longest === undefined ? 0 : countGraphemes(plainText(read));
    if (longest !== undefined && length > longest)
      refuse('text-length', `is ${length} characters long; at most ${longest} fit`);
    return read;
  });
}

/**
 * A short text that becomes a heading, a link or a label: without citations and links of its own.
 *
 * @param longest the most characters that a reader may see, counted as graphemes
 */
export function headline(longest?: number) {
  return text(longest)
    .refine((value) => citedIn(value).length === 0, {
      ...breaks('citation-place'),
      error: 'a citation cannot stand here; move it into the text',
    })
    .refine((value) => !hasLinks(value), {
      ...breaks('link-place'),
      error: 'a link cannot stand here; move it into the text',
    });
}

/** A text without markdown, such as a source's title or a Hangul name; to YAML tools `2025` and `true` are one, too. */
export function nonEmpty() {
  return z
    .string()
    .refine((value) => value.trim() !== '', {
      ...breaks('value-empty'),
      error: 'is empty; write a text, or take the key out',
    })
    .meta({ type: ['string', 'number', 'boolean'] });
}

/** The number of characters that a reader sees (Unicode TR 29 grapheme clusters). */
export function countGraphemes(value: string): number {
  return [...graphemes.segment(value)].length;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
