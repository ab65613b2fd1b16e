import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { everyNode } from './nodes.ts';
import { isPlain } from './plain-words.ts';

/**
 * Parses prose as `parse` does, but hands it only what is more than plain paragraphs and headings, and one letter in
 * the place of each of those: half of a check would be spent on finding out that words are words.
 *
 * @param parse the parser
 */
export function parsePlainly(text: string, parse: (text: string) => Root): Root {
  if (REACHES_FAR.test(text)) return parse(text);
  const lines = text.split('\n');
  const starts: number[] = [];
  for (let line = 0, offset = 0; line < lines.length; offset += (lines[line] as string).length + 1, line++)
    starts.push(offset);
  const plain = new Map<number, Heading | Paragraph>();
  const rest: string[] = [];
  for (let first = 0; first < lines.length;) {
    const block = blockAt(lines, first);
    const part = { first, offset: starts[first] as number, lines: block };
    const node = block.length === 0 ? undefined : (plainHeading(part) ?? plainParagraph(part));
    if (node) plain.set(first + 1, node);
    rest.push(...(node ? ['x', ...block.slice(1).fill('')] : block.length === 0 ? [''] : block));
    first = rest.length;
  }
  return { type: 'root', children: children(), position: wholeOf(text, lines) };

  function children(): RootContent[] {
    if (rest.every((line) => isEmpty(line) || line === 'x')) return [...plain.values()];
    return parse(rest.join('\n')).children.map((child) => {
      const written = plain.get(child.position?.start.line ?? 0);
      if (written) return written;
      for (const { position } of everyNode(child))
        for (const point of position ? [position.start, position.end] : [])
          point.offset = (starts[point.line - 1] as number) + point.column - 1;
      return child;
    });
  }
}

function wholeOf(text: string, lines: readonly string[]): NonNullable<Root['position']> {
  const end = { line: lines.length, column: (lines.at(-1) as string).length + 1, offset: text.length };
  return { start: { line: 1, column: 1, offset: 0 }, end };
}

/** What changes the meaning of text beyond the next empty line: fences, HTML, definitions. */
const REACHES_FAR = /```|~~~|<|\]:|[\t\r\0]/;

/** Some lines of a text. */
interface Lines {
  /** The number of lines above. */
  readonly first: number;
  /** Where they start. */
  readonly offset: number;
  readonly lines: readonly string[];
}

/** The lines from one up to the next that is empty. */
function blockAt(lines: readonly string[], first: number): string[] {
  let end = first;
  while (end < lines.length && !isEmpty(lines[end] as string)) end++;
  return lines.slice(first, end);
}

// Only spaces are nothing to markdown: `trim` would take more.
function isEmpty(line: string): boolean {
  return /^ *$/.test(line);
}

function plainHeading({ first, offset, lines }: Lines): Heading | undefined {
  const [line = ''] = lines;
  const [, signs = '', words = ''] = /^(#{1,6}) (.*)$/.exec(line) ?? [];
  if (lines.length > 1 || !isPlain(words)) return undefined;
  const depth = signs.length as Heading['depth'];
  const place = placeOn(first + 1, offset);
  const children = [{ type: 'text', value: words, position: place(depth + 1, line.length) } as const];
  return { type: 'heading', depth, children, position: place(0, line.length) };
}

function plainParagraph({ first, offset, lines }: Lines): Paragraph | undefined {
  if (!lines.every(isPlainButForCitations)) return undefined;
  const text = lines.join('\n');
  const place = placeIn(text, first + 1, offset);
  const children: PhrasingContent[] = [];
  let from = 0;
  const takeWords = (to: number): void => {
    if (to > from) children.push({ type: 'text', value: text.slice(from, to), position: place(from, to) });
  };
  for (const { 0: marker, 1: id = '', index } of text.matchAll(CITATION)) {
    takeWords(index);
    from = index + marker.length;
    children.push({ type: 'footnoteReference', identifier: id, label: id, position: place(index, from) });
  }
  takeWords(text.length);
  return { type: 'paragraph', children, position: place(0, text.length) };
}

const CITATION = /\[\^([a-z0-9-]+)\]/g;

function isPlainButForCitations(line: string): boolean {
  const words = line.replaceAll(CITATION, '');
  return !line.startsWith('[') && isPlain(words);
}

type Place = (start: number, end: number) => NonNullable<Paragraph['position']>;

/** Positions on one line. */
function placeOn(line: number, offset: number): Place {
  const point = (at: number) => ({ line, column: at + 1, offset: offset + at });
  return (start, end) => ({ start: point(start), end: point(end) });
}

/** Positions in some lines. */
function placeIn(text: string, line: number, offset: number): Place {
  const point = (at: number) => {
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const above = start === 0 ? 0 : text.slice(0, start).split('\n').length - 1;
    return { line: line + above, column: at - start + 1, offset: offset + at };
  };
  return (start, end) => ({ start: point(start), end: point(end) });
}
