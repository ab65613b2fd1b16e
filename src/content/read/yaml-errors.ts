import type { YAMLParseError } from 'yaml';
import type { RuleName } from '../rule-book.ts';

/** What an editor did to make YAML unreadable, and where. */
export interface YamlSlip {
  /** Offset into the YAML. */
  readonly offset: number;
  readonly message: string;
  readonly rule: RuleName;
}

/** What the parser says by its code alone. */
const BY_CODE: Record<string, string> = {
  TAB_AS_INDENT: 'a tab indents this line; YAML wants spaces',
  MULTIPLE_DOCS: 'a line "---" stands here and ends what is read; take it out',
  BAD_DQ_ESCAPE: 'a backslash between double quotes starts a code; double it, or use single quotes',
};

/**
 * Tells from the parser's first complaint what the editor wrote. The parser reports where it stumbled,
 * which for a quote or a bracket that is never closed can be the end of the file.
 *
 * @param source the YAML
 * @param lastScalar where the last text that was read starts
 */
export function slipOf(source: string, error: YAMLParseError, lastScalar: number | undefined): YamlSlip {
  const { code, message, pos } = error;
  const at = Math.min(pos[0], source.length);
  const missesQuote = code === 'MISSING_CHAR' && message.startsWith('Missing closing');
  const opened = quoteThatRanOn(source, missesQuote ? source.length : at) ?? (missesQuote ? (lastScalar ?? at) : -1);
  if (opened !== -1) {
    const advice = 'close it at the end of the text';
    return { offset: opened, message: `the quote that opens here is never closed; ${advice}`, rule: 'yaml-quote' };
  }
  if (BY_CODE[code]) return { offset: at, message: BY_CODE[code], rule: 'yaml-syntax' };
  const [, bracket] = /^Flow (?:sequence|map) .* end with a ([\]}])/.exec(message) ?? [];
  if (bracket === undefined) return { ...slipInLine(source, at, code, message), rule: 'yaml-syntax' };
  const opening = bracket === ']' ? '[' : '{';
  return {
    offset: Math.max(0, source.lastIndexOf(opening, at)),
    message: `the "${opening}" that opens here is never closed; put "${bracket}" at the end`,
    rule: 'yaml-syntax',
  };
}

/** Where the keys start that stand above a list without being an item of it. */
function itemStart(source: string, list: number): number {
  const indent = /[ \t]*/.exec(source.slice(list))?.[0].length ?? 0;
  const above = [...source.slice(0, list).matchAll(/^([ \t]*)[\w-]+:[ \t]*\n([ \t]*)/gm)];
  const parent = above.findLast(([, before = '']) => before.length <= indent);
  return parent ? parent.index + parent[0].length : list;
}

function slipInLine(source: string, at: number, code: string, message: string): Omit<YamlSlip, 'rule'> {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const line = /[^\n]*/.exec(source.slice(start))?.[0] ?? '';
  const [, before = '', value = ''] = /^([ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?)(.*)$/.exec(line) ?? [];
  const first = start + line.search(/\S|$/);
  const say = (text: string, offset = start + before.length) => ({ offset, message: text });
  if (value.startsWith('[^')) return say('a text that starts with [^ must be in quotes: "[^source] …"');
  if (/^["']/.test(value) && code === 'UNEXPECTED_TOKEN') {
    const advice = 'put a second quote before each one inside, or use the other kind around it';
    return say(`the quotes around this text end before the text does; ${advice}`);
  }
  if (/^[*&!%@`|>{[]/.test(value)) return say(`a text that starts with "${value[0]}" must be in quotes`);
  if (/^[\w-]+:\S/.test(value) && code === 'MULTILINE_IMPLICIT_KEY')
    return say('a space is missing behind the colon; write "key: value"');
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:(?:[ \t]|$)/.test(value))
    return say('a text that holds ": " must be in quotes');
  const otherwise = 'is indented otherwise than its neighbours; start';
  if (code === 'BAD_INDENT' || message.startsWith('Sequence item without'))
    return say(`this line ${otherwise} it below them`, first);
  if (message.startsWith('Nested mappings'))
    return say(`this line or the one below ${otherwise} them all below each other`, first);
  if (message.startsWith('A block sequence may not'))
    return say('these keys belong to no item of the list; put "- " before the first of them', itemStart(source, start));
  if (value.startsWith('- ')) return say('a list starts on a line of its own; put this below its key');
  const reason = message.split('\n')[0]?.replace(/\.$/, '');
  return say(`this is not valid YAML (${reason}); write "key: value", and put a text with signs in quotes`, at);
}

// A quote that is never closed runs on to the next one, lines below, and the parser stumbles behind that
// or at the end. It opens on a line that does not close it, above one that looks like a new key or item.
function quoteThatRanOn(source: string, at: number): number | undefined {
  const lines = source.slice(0, at).split('\n');
  let offset = 0;
  for (const [index, line] of lines.entries()) {
    const [, before = '', text = ''] = OPEN_QUOTE.exec(line) ?? [];
    if (text && /^[ \t]*(?:- |[\w-]+:(?: |$))/.test(lines[index + 1] ?? '')) return offset + before.length;
    offset += line.length + 1;
  }
  return undefined;
}

/** A line whose value opens a quote and does not close it. */
const OPEN_QUOTE = /^([ \t]*(?:- +)*(?:[\w-]+: +)?)("(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/;
