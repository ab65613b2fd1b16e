import { z } from 'zod';
import { citedIn } from '../../markdown/citations.ts';
import { withoutControls } from '../../markdown/controls.ts';
import { renderInline } from '../../markdown/inline.ts';
import { plainText } from '../../markdown/plain-text.ts';

/**
 * A short text: inline markdown in, HTML with citation markers out.
 *
 * @param longest the most characters that a reader may see, counted as graphemes
 */
export function text(longest?: number) {
  return nonEmpty().transform((value, context) => {
    const html = renderInline(value, (message) => context.addIssue({ code: 'custom', message, input: value }));
    const length = longest === undefined ? 0 : countGraphemes(plainText(html));
    if (longest !== undefined && length > longest)
      context.addIssue({
        code: 'custom',
        message: `this is ${length} characters long; at most ${longest} fit`,
        input: value,
      });
    return html;
  });
}

/**
 * A short text that becomes a heading, a link or a label: without citations and links of its own.
 *
 * @param longest the most characters that a reader may see, counted as graphemes
 */
export function headline(longest?: number) {
  return text(longest)
    .refine((html) => citedIn(html).length === 0, 'a citation cannot stand here; move it into the text')
    .refine((html) => !html.includes('<a '), 'a link cannot stand here; move it into the text');
}

/** A text without markdown, such as a source's title or a Hangul name. */
export function nonEmpty() {
  return z
    .string()
    .refine((value) => value.trim() !== '', { message: 'is empty; write a text, or take the key out' })
    .transform(withoutControls);
}

/** The number of characters that a reader sees (Unicode TR 29 grapheme clusters). */
export function countGraphemes(value: string): number {
  return [...graphemes.segment(value)].length;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
