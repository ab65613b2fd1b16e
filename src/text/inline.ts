import type { RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { citationHandler } from './citations.ts';
import { fromHast } from './from-hast.ts';
import { parseMarkdown } from './pipeline.ts';
import { type Problem, RAW_HTML, type TextProblemKind, textProblems } from './problems.ts';
import type { RichText } from './rich-text.ts';

/**
 * Reads a short text of the frontmatter: inline markdown, no blocks.
 *
 * @param report takes each problem: what it breaks, and a sentence for the editor
 * @returns nothing of a text that holds blocks
 */
export function readInline(text: string, report: (kind: TextProblemKind, problem: string) => void): RichText {
  let found = remembered.get(text);
  if (!found) {
    if (remembered.size >= ENOUGH) remembered.clear();
    remembered.set(text, (found = parsed(text)));
  }
  for (const [message, kind] of found.problems) report(kind, message);
  return found.text;
}

interface Read {
  readonly text: RichText;
  /** By their sentences, each once. */
  readonly problems: ReadonlyMap<string, TextProblemKind>;
}

// The schema and the rules ask for the same texts, one file after the other.
const ENOUGH = 1_000;
const remembered = new Map<string, Read>();

function parsed(text: string): Read {
  const tree = parseMarkdown(text);
  const [block, second] = tree.children;
  if (!block) return { text: [], problems: new Map() };
  if (second || block.type !== 'paragraph') {
    const [kind, message] = blockProblem(block, second !== undefined, text);
    return { text: [], problems: new Map([[message, kind]]) };
  }
  const hast = toHast(block, { handlers: { footnoteReference: citationHandler } });
  const problems = new Map(textProblems(tree, text).map(({ message, kind }) => [message, kind]));
  return { text: hast.type === 'element' ? fromHast(hast.children) : [], problems };
}

function blockProblem(block: RootContent, hasMore: boolean, text: string): Problem {
  if (block.type === 'definition') return ['text-block', DEFINITION];
  if (hasMore) return ['text-block', SEVERAL];
  if (block.type === 'footnoteDefinition')
    return ['footnote-definition', 'sources are listed in sources.yaml; take the colon behind "]" out'];
  if (block.type === 'html') return ['raw-html', RAW_HTML];
  const sign = text.trimStart();
  const at = /^\d+/.exec(sign)?.[0];
  const advice = at ? `the "${sign[at.length]}" behind the number` : `"${sign[0]}"`;
  return ['text-block', `this would become a ${BLOCKS[block.type] ?? 'block'}; put a backslash before ${advice}`];
}

const DEFINITION = 'this would be read as the address of a link and not be shown; put a backslash before "["';
const SEVERAL = 'one paragraph is wanted here; take the blank lines and what starts a heading, list or quotation out';
const BLOCKS: Record<string, string> = {
  heading: 'heading',
  list: 'list',
  blockquote: 'quotation',
  code: 'code block',
  thematicBreak: 'rule',
  leafDirective: 'directive',
};
