import type { Nodes, Text } from 'mdast';
import { parseMarkdown } from '../../text/pipeline.ts';
import { nodesOf } from '../../text/nodes.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { textsWith } from '../read/yaml-access.ts';
import { editionsOf, offsetOf, type ParsedArticle, rule, sourceIds } from './rule.ts';

/**
 * What is meant to be a citation, among the words: `[^`, of which {@link textProblems} tells, or what stands in brackets,
 * with or without a sign that looks like the one of a citation.
 */
const SLIP = /(?<!\\)(?:\[\^|[[［]\s*[\^ˆ＾]?\s*([a-z0-9-]+)\s*[\]］])|\([\^ˆ]([a-z0-9-]+)\)/gu;

/** Where a text is meant to cite and does not. */
interface Slip {
  readonly node: Text;
  readonly at: number;
  /** Absent where that was told when the text was read. */
  readonly message?: string;
}

/** A source's id in brackets is meant to cite it. */
export const citationForm = rule('citation-form', (article, say) => {
  for (const edition of editionsOf(article)) {
    for (const { at, message } of proseSlips(article, edition)) if (message) say.inProse(edition, at, message);
    for (const { path, text } of textsWith(edition.yaml, '[', '［', '(^')) {
      // Most are citations, and parsing every text once more would take long.
      const isPlain = [...text.matchAll(SLIP)].every(([written]) => written === '[^');
      const slip = isPlain ? undefined : slipsIn(article, text).find(({ message }) => message);
      if (slip?.message) say.at(edition.yaml, path, slip.message);
    }
  }
});

/** The words of an edition's prose that are meant to hold a citation and hold none. */
export function miswrittenIn(article: ParsedArticle, edition: ParsedEdition): ReadonlySet<Nodes> {
  return new Set(proseSlips(article, edition).map(({ node }) => node));
}

function proseSlips(article: ParsedArticle, { file, proseStart, prose }: ParsedEdition): Slip[] {
  return slipsIn(article, file.text.slice(proseStart), prose);
}

function slipsIn(article: ParsedArticle, markdown: string, prose = parseMarkdown(markdown)): Slip[] {
  const ids = sourceIds(article) ?? [];
  return nodesOf(prose, 'text').flatMap((node) => {
    const from = offsetOf(node);
    const written = markdown.slice(from, node.position?.end.offset);
    return [...written.matchAll(SLIP)].flatMap(({ 0: text, 1: one, 2: other, index }): Slip[] => {
      const id = one ?? other;
      if (id === undefined) return [{ node, at: from + index }];
      const at = from + index;
      // The page numbers the sources itself, so that a number behind a word would pass for one of them.
      const isNumber = /^\[\d{1,3}\]$/.test(text) && /\S/.test(markdown[at - 1] ?? ' ');
      const advice = ids.includes(id)
        ? `did you mean "[^${id}]"?`
        : isNumber && 'cite a source by its id, as in [^source-id], or put a backslash before "["';
      return advice
        ? [{ node, at, message: `"${text}" is no citation and would be printed as it stands; ${advice}` }]
        : [];
    });
  });
}
