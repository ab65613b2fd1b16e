import type { Prose } from '../text/pipeline.ts';
import { mapText, nodesIn, type RichNode, type RichText } from '../text/rich-text.ts';

/**
 * A text in the original's words, where a partial translation has none yet. The page marks it with its language
 * for machines, and for readers in its own words.
 *
 * @param lang the original's language (BCP 47)
 */
export function untranslated(text: RichText, lang: string): RichText {
  return [{ type: 'untranslated', lang, block: false, children: text }];
}

/**
 * The prose that a translation's page shows: its own, and for the sections that a partial translation does not have
 * yet the original's, marked as such.
 *
 * @param translated takes its headings' anchors from the original, so that sections can be told by them
 * @param lang the original's language (BCP 47)
 */
export function mergePartialProse(translated: Prose, original: Prose, lang: string): Prose {
  const missing = original.headings.slice(translated.headings.length);
  const isEmpty = translated.text.length === 0;
  if (missing.length === 0 && !isEmpty) return translated;
  const start = isEmpty ? 0 : original.text.findIndex((node) => holdsAnchor(node, missing[0]?.id));
  // The first use of a term leads to its meaning, and may stand in what is translated.
  const used = new Set(nodesIn(translated.text, 'term').map(({ id }) => id));
  const rest = mapText(original.text.slice(start), (node) =>
    node.type === 'term' && used.has(node.id) ? { ...node, first: false } : node,
  );
  return {
    text: [...translated.text, { type: 'untranslated', lang, block: true, children: rest }],
    headings: [...translated.headings, ...missing.map((heading) => ({ ...heading, lang }))],
  };
}

function holdsAnchor(node: RichNode, id: string | undefined): boolean {
  return nodesIn([node], 'element').some(({ attributes }) => attributes?.['id'] === id);
}
