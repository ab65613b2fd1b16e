import { JSDOM } from 'jsdom';
import { parseMarkdown, proseHtml } from '../../../src/text/pipeline.ts';
import type { ProseContext } from '../../../src/text/prose-context.ts';

/**
 * Renders prose as a build does.
 *
 * @param markdown the prose of an edition
 * @param context what differs from an edition without terms
 * @returns its HTML, and the same as a browser reads it
 */
export function renderProse(
  markdown: string,
  context: Partial<ProseContext> = {},
): { html: string; body: HTMLElement } {
  const html = proseHtml(parseMarkdown(markdown), { noteLabel: 'Note', terms: [], ...context });
  return { html, body: new JSDOM(html).window.document.body };
}
