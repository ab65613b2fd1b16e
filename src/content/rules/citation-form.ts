import { parseMarkdown } from '../../text/pipeline.ts';
import { nodesOf } from '../../text/nodes.ts';
import { textsWith } from '../read/yaml-access.ts';
import { editionsOf, offsetOf, rule, sourceIds } from './rule.ts';

/** What stands in brackets, with or without a sign that looks like the one of a citation. */
const BRACKETED = /(?<!\\)[[［]\s*[\^ˆ＾]?\s*([a-z0-9-]+)\s*[\]］]|\([\^ˆ]([a-z0-9-]+)\)/gu;

/** A source's id in brackets is meant to cite it. */
export const citationForm = rule('citation-form', (article, say) => {
  const ids = new Set(sourceIds(article));
  const slips = (markdown: string, prose = parseMarkdown(markdown)): { at: number; message: string }[] =>
    nodesOf(prose, 'text').flatMap((node) => {
      const from = offsetOf(node);
      const written = markdown.slice(from, node.position?.end.offset);
      const told = written.search(/(?<!\\)\[\^/);
      return [...written.matchAll(BRACKETED)].flatMap(({ 0: text, 1: one, 2: other, index }) => {
        const id = one ?? other;
        const message = `"${text}" is no citation and would be printed as it stands; did you mean "[^${id}]"?`;
        // The first with the sign of a citation was told when the text was read.
        return ids.has(id) && index !== told ? [{ at: from + index, message }] : [];
      });
    });
  for (const edition of editionsOf(article)) {
    const { yaml, file, proseStart, prose } = edition;
    for (const { at, message } of slips(file.text.slice(proseStart), prose)) say.inProse(edition, at, message);
    for (const { path, text } of textsWith(yaml, '[', '［', '(^')) {
      // Most are citations, and parsing every text once more would take long.
      const [slip] = [...text.matchAll(BRACKETED)].every(([written, id]) => written === `[^${id}]`) ? [] : slips(text);
      if (slip) say.at(yaml, path, slip.message);
    }
  }
});
