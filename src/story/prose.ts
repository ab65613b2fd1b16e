import type { RenderedProse } from '../content/rendered-prose.ts';

/**
 * The prose that a translation's page shows: its own, and for the sections that a partial translation
 * does not have yet the original's, marked with their language.
 *
 * @param translated takes its headings' anchors from the original, so that sections can be told by them
 * @param originalLang the original's language (BCP 47)
 */
export function fillProse(translated: RenderedProse, original: RenderedProse, originalLang: string): RenderedProse {
  const missing = original.headings.slice(translated.headings.length);
  const isEmpty = translated.html.trim() === '';
  if (missing.length === 0 && !isEmpty) return translated;
  const start = isEmpty ? 0 : original.html.indexOf(`id="${missing[0]?.id}"`);
  const from = isEmpty ? 0 : original.html.lastIndexOf('<', start);
  return {
    html: `${translated.html}<div lang="${originalLang}">${original.html.slice(from)}</div>`,
    headings: [...translated.headings, ...missing],
  };
}
