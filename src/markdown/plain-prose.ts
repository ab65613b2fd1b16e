import type { Root, RootContent } from 'mdast';
import { everyNode } from './nodes.ts';
import { type Block, plainBlock, plainList } from './plain-blocks.ts';

/**
 * Parses prose as `parse` does, but hands it only what is more than plain words in paragraphs, headings, lists and
 * tables, and one letter in the place of each of those: half of a check would be spent on finding out that words
 * are words.
 *
 * @param parse the parser
 */
export function parsePlainly(text: string, parse: (text: string) => Root): Root {
  if (REACHES_FAR.test(text)) return parse(text);
  const lines = text.split('\n');
  const starts = startsOf(lines);
  const blocks = blocksOf(lines, starts);
  const plain = new Map<number, RootContent>();
  let apart = true;
  for (const [index, block] of blocks.entries()) {
    const words = plainBlock(block);
    const node = words ?? plainList(block, apart, blocks[index + 1]?.lines[0]);
    if (node) plain.set(block.first, node);
    apart = words !== undefined;
  }
  const position = wholeOf(text, lines);
  if (plain.size === blocks.length) return { type: 'root', children: [...plain.values()], position };

  const rest = [...lines];
  for (const { first, lines: own } of blocks)
    if (plain.has(first)) rest.splice(first, own.length, 'x', ...Array<string>(own.length - 1).fill(''));
  const children = parse(rest.join('\n')).children.map((child) => {
    const written = plain.get((child.position?.start.line ?? 0) - 1);
    if (written) return written;
    for (const { position: place } of everyNode(child))
      for (const point of place ? [place.start, place.end] : [])
        point.offset = (starts[point.line - 1] as number) + point.column - 1;
    return child;
  });
  return { type: 'root', children, position };
}

/** What changes the meaning of text beyond the next empty line: fences, HTML, definitions. */
const REACHES_FAR = /```|~~~|<|\]:|[\t\r\0]/;

function blocksOf(lines: readonly string[], starts: readonly number[]): Block[] {
  const blocks: Block[] = [];
  for (let first = 0; first < lines.length;) {
    let end = first;
    while (end < lines.length && !isEmpty(lines[end] as string)) end++;
    if (end > first) blocks.push({ first, offset: starts[first] as number, lines: lines.slice(first, end) });
    first = end + 1;
  }
  return blocks;
}

/** Where each line starts. */
function startsOf(lines: readonly string[]): number[] {
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  return starts;
}

// Only spaces are nothing to markdown: `trim` would take more.
function isEmpty(line: string): boolean {
  return /^ *$/.test(line);
}

function wholeOf(text: string, lines: readonly string[]): NonNullable<Root['position']> {
  const end = { line: lines.length, column: (lines.at(-1) as string).length + 1, offset: text.length };
  return { start: { line: 1, column: 1, offset: 0 }, end };
}
