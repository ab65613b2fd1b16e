import { unified } from '@astrojs/markdown-remark';
import { JSDOM } from 'jsdom';
import { proseOptions } from '../../../src/markdown/pipeline.ts';
import { asFrontmatter, type ProseContext } from '../../../src/markdown/prose-context.ts';

const renderer = unified(proseOptions).createRenderer({ syntaxHighlight: false });

/**
 * Renders prose as a build does: through Astro's markdown processor with the project's options.
 *
 * @param markdown the prose of an edition
 * @param context what differs from an edition without terms
 * @returns its HTML, and the same as a browser reads it
 */
export async function renderProse(
  markdown: string,
  context: Partial<ProseContext> = {},
): Promise<{ html: string; body: HTMLElement }> {
  const frontmatter = asFrontmatter({ noteLabel: 'Note', terms: [], ...context });
  const { code } = await (await renderer).render(markdown, { frontmatter });
  return { html: code, body: new JSDOM(code).window.document.body };
}
