import type { YAMLParseError } from 'yaml';
import type { RuleName } from '../rule-book.ts';

/** What an editor did to make YAML unreadable, and where. */
export interface YamlSlip {
  /** Offset into the YAML. */
  readonly offset: number;
  readonly message: string;
  readonly rule: RuleName;
}

/**
 * Tells from the parser's first complaint what the editor wrote. The parser reports where it stumbled,
 * which for a quote or a bracket that is never closed can be the end of the file.
 *
 * @param source the YAML
 * @param lastScalar where the last text that was read starts
 */
export function slipOf(
  source: string,
  { code, message, pos }: YAMLParseError,
  lastScalar: number | undefined,
): YamlSlip {
  const at = Math.min(pos[0], source.length);
  const missesQuote = code === 'MISSING_CHAR' && message.startsWith('Missing closing');
  const ranOn = quoteThatRanOn(source, missesQuote ? source.length : at);
  if (ranOn) return ranOn;
  if (missesQuote) return unclosedQuote(lastScalar ?? at);
  if (code === 'TAB_AS_INDENT')
    return { offset: at, message: 'a tab indents this line; YAML wants spaces', rule: 'yaml-syntax' };
  if (code === 'MULTIPLE_DOCS')
    return { offset: at, message: 'a line "---" stands here and ends what is read; take it out', rule: 'yaml-syntax' };
  if (code === 'BAD_DQ_ESCAPE')
    return {
      offset: at,
      message: 'a backslash between double quotes starts a code; double it, or use single quotes',
      rule: 'yaml-syntax',
    };
  const bracket = /^Flow (?:sequence|map) .* end with a ([\]}])/.exec(message);
  if (bracket) {
    const opening = bracket[1] === ']' ? '[' : '{';
    const offset = Math.max(0, source.lastIndexOf(opening, at));
    return {
      offset,
      message: `the "${opening}" that opens here is never closed; put "${bracket[1]}" at the end`,
      rule: 'yaml-syntax',
    };
  }
  return slipInLine(source, at, code, message);
}

/** Where the line of an offset starts. */
function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the keys start that stand above a list without being an item of it. */
function itemStart(source: string, list: number): number {
  const indent = /[ \t]*/.exec(source.slice(list))?.[0].length ?? 0;
  const above = [...source.slice(0, list).matchAll(/^([ \t]*)[\w-]+:[ \t]*\n([ \t]*)/gm)];
  const parent = above.findLast(([, before = '']) => before.length <= indent);
  return parent ? parent.index + parent[0].length : list;
}

function slipInLine(source: string, at: number, code: string, message: string): YamlSlip {
  const start = lineStart(source, at);
  const line = /[^\n]*/.exec(source.slice(start))?.[0] ?? '';
  const [, before = '', value = ''] = /^([ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?)(.*)$/.exec(line) ?? [];
  const say = (text: string, offset = start + before.length): YamlSlip => ({
    offset,
    message: text,
    rule: 'yaml-syntax',
  });
  if (value.startsWith('[^')) return say('a text that starts with [^ must be in quotes: "[^source] …"');
  if (/^["']/.test(value) && code === 'UNEXPECTED_TOKEN')
    return say(
      'the quotes around this text end before the text does; put a second quote before each one inside, or use the other kind around it',
    );
  if (/^[*&!%@`|>{[]/.test(value)) return say(`a text that starts with "${value[0]}" must be in quotes`);
  if (/^[\w-]+:\S/.test(value) && code === 'MULTILINE_IMPLICIT_KEY')
    return say('a space is missing behind the colon; write "key: value"');
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:(?:[ \t]|$)/.test(value))
    return say('a text that holds ": " must be in quotes');
  if (code === 'BAD_INDENT' || message.startsWith('Sequence item without'))
    return say('this line is indented otherwise than its neighbours; start it below them', start + line.search(/\S|$/));
  if (message.startsWith('Nested mappings'))
    return say(
      'this line or the one below is indented otherwise than its neighbours; start them all below each other',
      start + line.search(/\S|$/),
    );
  if (message.startsWith('A block sequence may not'))
    return say('these keys belong to no item of the list; put "- " before the first of them', itemStart(source, start));
  if (value.startsWith('- ')) return say('a list starts on a line of its own; put this below its key');
  return say(
    `this is not valid YAML (${message.split('\n')[0]?.replace(/\.$/, '')}); write "key: value", and put a text with signs in quotes`,
    at,
  );
}

// A quote that is never closed runs on to the next one, lines below, and the parser stumbles behind that
// or at the end. It opens on a line that does not close it, above one that looks like a new key or item.
function quoteThatRanOn(source: string, at: number): YamlSlip | undefined {
  const lines = source.slice(0, at).split('\n');
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const [, before = '', text = ''] = OPEN_QUOTE.exec(line) ?? [];
    if (text && /^[ \t]*(?:- |[\w-]+:(?: |$))/.test(lines[index + 1] ?? ''))
      return unclosedQuote(offset + before.length);
    offset += line.length + 1;
  }
  return undefined;
}

/** A line whose value opens a quote and does not close it. */
const OPEN_QUOTE = /^([ \t]*(?:- +)*(?:[\w-]+: +)?)("(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/;

function unclosedQuote(offset: number): YamlSlip {
  return {
    offset,
    message: 'the quote that opens here is never closed; close it at the end of the text',
    rule: 'yaml-quote',
  };
}
