import { JSDOM } from 'jsdom';
import { en } from '../../../src/i18n/locales/en.ts';
import type { Messages } from '../../../src/i18n/messages.ts';
import { parseMarkdown, type Prose, richProse } from '../../../src/text/pipeline.ts';
import type { Term } from '../../../src/text/terms.ts';
import { writeHtml } from '../../../src/text/html.ts';
import type { RichText } from '../../../src/text/rich-text.ts';

/** A text as HTML of a page, English if nothing else is said, whose links stay as they were written. */
export function htmlOf(text: RichText, t: Messages = en): string {
  const href = (to: Parameters<Parameters<typeof writeHtml>[1]['href']>[0]) =>
    typeof to === 'string' ? to : to.file + to.fragment;
  return writeHtml(text, { t, anchor: (id) => `#${id}`, href });
}

/**
 * Renders prose as a build does.
 *
 * @param markdown the prose of an edition
 * @param edition what differs from an original without terms
 * @returns it as a tree, its HTML, and the same as a browser reads it
 */
export function renderProse(
  markdown: string,
  { terms, headingIds }: { terms?: readonly Term[]; headingIds?: readonly string[] } = {},
): { prose: Prose; html: string; body: HTMLElement } {
  const prose = richProse(parseMarkdown(markdown), terms, headingIds);
  const html = htmlOf(prose.text);
  return { prose, html, body: new JSDOM(html).window.document.body };
}
