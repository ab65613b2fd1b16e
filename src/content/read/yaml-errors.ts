import type { YAMLParseError } from 'yaml';
import { codePoint } from '../../text/hidden.ts';
import type { RuleName } from '../rule-book.ts';

/** What an editor did to make YAML unreadable, and where. */
export interface YamlSlip {
  /** Offset into the YAML. */
  readonly offset: number;
  readonly message: string;
  readonly rule: RuleName;
  /**
   * The source, as long as it was, with something readable in the place of the slip, so that what is behind it can be
   * told as well; absent where nobody can know what belongs to what.
   */
  readonly mended?: string;
  /** Where what was put there stands, which nobody wrote. */
  readonly unread?: readonly [from: number, to: number];
}

const ODD = '[\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000]';

/** In an indent, behind a hyphen, around a colon: where YAML wants plain spaces. */
const ODD_SPACES = new RegExp(
  [
    `(?<=^(?:[ \\t-]|${ODD}){0,80})(${ODD})\\1*`,
    `(?<=^[ \\t-]{0,80}[\\w-]{1,80}(?:[ \\t]|${ODD}){0,9})(${ODD})\\2{0,9}(?=${ODD}{0,9}:)`,
    `(?<=^[ \\t-]{0,80}[\\w-]{1,80}:(?:[ \\t]|${ODD}){0,9})(${ODD})\\3*`,
  ].join('|'),
  'gm',
);

/** The spaces that YAML takes for letters, where it wants plain ones; several of a kind in a row are one slip. */
export function oddSpaces(source: string): YamlSlip[] {
  return Array.from(source.matchAll(ODD_SPACES), ({ 0: run, index: offset }) => {
    const sign = run[0] as string;
    const name =
      sign === '\u00a0' ? 'a no-break space' : /\s/.test(sign) ? 'a wide or narrow space' : 'an invisible sign';
    const advice = /\s/.test(sign) ? 'write a plain space' : 'take it out';
    const message = `${name} (${codePoint(sign)}) stands here; ${advice}`;
    return { offset, message, rule: 'yaml-syntax', ...(/\s/.test(sign) && { mended: ' '.repeat(run.length) }) };
  });
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
 * @param lastScalar where the last text that was read starts
 */
export function slipOf(source: string, error: YAMLParseError, lastScalar: number | undefined): YamlSlip {
  const { code, message, pos } = error;
  const at = Math.min(pos[0], source.length);
  const missesQuote = code === 'MISSING_CHAR' && message.startsWith('Missing closing');
  const opened = quoteThatRanOn(source, missesQuote ? source.length : at) ?? (missesQuote ? (lastScalar ?? at) : -1);
  if (opened !== -1) {
    const message = 'the quote that opens here is never closed; close it at the end of the text';
    return { offset: opened, message, rule: 'yaml-quote', ...filled(source, opened) };
  }
  if (BY_CODE[code]) {
    const value = valueIn(source, at);
    const mend =
      code === 'BAD_DQ_ESCAPE' && value ? filled(source, value) : code === 'TAB_AS_INDENT' ? untabbed(source, at) : {};
    return { offset: at, message: BY_CODE[code], rule: 'yaml-syntax', ...mend };
  }
  const [, bracket] = /^Flow (?:sequence|map) .* end with a ([\]}])/.exec(message) ?? [];
  if (bracket === undefined) return { ...slipInLine(source, at, code, message), rule: 'yaml-syntax' };
  const opening = bracket === ']' ? '[' : '{';
  const offset = Math.max(0, source.lastIndexOf(opening, at));
  const told = `the "${opening}" that opens here is never closed; put "${bracket}" at the end`;
  return { offset, message: told, rule: 'yaml-syntax', ...filled(source, offset) };
}

/** Puts a text that can be read in the place of the rest of a line. */
function filled(source: string, from: number, before = ''): Pick<YamlSlip, 'mended' | 'unread'> {
  const to = from + (/[^\n]*/.exec(source.slice(from))?.[0].length ?? 0);
  const room = to - from - before.length;
  const text = room < 2 ? ' '.repeat(Math.max(0, room)) : `"${'x'.repeat(room - 2)}"`;
  return { mended: source.slice(0, from) + before + text + source.slice(to), unread: [from, to] };
}

const LINE = /^([ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?)(.*)$/;

/** The line of an offset, and where it starts. */
function lineAt(source: string, at: number): { start: number; line: string } {
  const start = source.lastIndexOf('\n', at - 1) + 1;
  return { start, line: /[^\n]*/.exec(source.slice(start))?.[0] ?? '' };
}

/** Puts a key with its text that a tab indents as deep as the deeper of the lines around it. */
function untabbed(source: string, at: number): Partial<YamlSlip> {
  const { start, line } = lineAt(source, at);
  const [, below = ''] = source.slice(start).split('\n', 2);
  const above = source.slice(0, start).split('\n').at(-2) ?? '';
  const [deep = 0, deeper = 0] = [above, below].map((other) => /^[ -]*/.exec(other)?.[0].length);
  const [, key] = /^\s*([\w-]+: +)\S/.exec(line) ?? [];
  const before = ' '.repeat(Math.max(deep, deeper)) + key;
  return key && before.length <= line.length ? filled(source, start, before) : {};
}

/** Where the value starts in the line of an offset. */
function valueIn(source: string, at: number): number | undefined {
  const { start, line } = lineAt(source, at);
  const before = LINE.exec(line)?.[1];
  return before?.includes(':') ? start + before.length : undefined;
}

/** Where the keys start that stand above a list without being an item of it. */
function itemStart(source: string, list: number): number {
  const indent = /[ \t]*/.exec(source.slice(list))?.[0].length ?? 0;
  const above = [...source.slice(0, list).matchAll(/^([ \t]*)[\w-]+:[ \t]*\n([ \t]*)/gm)];
  const parent = above.findLast(([, before = '']) => before.length <= indent);
  return parent ? parent.index + parent[0].length : list;
}

function slipInLine(source: string, at: number, code: string, message: string): Omit<YamlSlip, 'rule'> {
  const { start, line } = lineAt(source, at);
  const [, before = '', value = ''] = LINE.exec(line) ?? [];
  const first = start + line.search(/\S|$/);
  const from = start + before.length;
  const say = (text: string, offset = from) => ({ offset, message: text });
  const sayOfText = (text: string) => ({ ...say(text), ...filled(source, from) });
  const [, key, text] = /^[ \t]*-([A-Za-z][\w-]*):(?:[ \t]+(\S)?|$)/.exec(line) ?? [];
  if (key !== undefined)
    return {
      ...say(`a space is missing behind the hyphen; write "- ${key}: …"`, first),
      ...(text && filled(source, first, `- ${key}: `)),
    };
  if (/^[“”„«‘]/.test(value))
    return sayOfText('the quotes around this text are curly ones, which YAML does not know; write straight ones: "…"');
  if (value.startsWith('[^')) return sayOfText('a text that starts with [^ must be in quotes: "[^source] …"');
  if (/^["']/.test(value) && code === 'UNEXPECTED_TOKEN') {
    const advice = 'put a second quote before each one inside, or use the other kind around it';
    return sayOfText(`the quotes around this text end before the text does; ${advice}`);
  }
  if (/^[*&!%@`|>{[]/.test(value)) return sayOfText(`a text that starts with "${value[0]}" must be in quotes`);
  const [joined, word = '', colon = ''] = /^([\w-]+)(:(?=[^\s/])|[：﹕])/.exec(value) ?? [];
  if (joined !== undefined && (code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR')) {
    const missing = colon === ':' ? 'a space is missing behind the colon' : `"${colon}" is no colon of YAML`;
    return { ...say(`${missing}; write "${word}: …"`), ...filled(source, from + word.length, ': ') };
  }
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:(?:[ \t]|$)/.test(value))
    return sayOfText('a text that holds ": " must be in quotes');
  const [, bare] = /^([\w-]+)[ \t]+[^\s:]/.exec(value) ?? [];
  if (code === 'MULTILINE_IMPLICIT_KEY' && !before.includes(':')) {
    // What is a key elsewhere is one here.
    if (bare !== undefined && new RegExp(`^[ \\t-]*${bare}:`, 'm').test(source)) {
      const missing = `a colon is missing behind the key; write "${bare}: …"`;
      return { ...say(missing), ...filled(source, from + bare.length, ': ') };
    }
    const commented = `${source.slice(0, first)}#${source.slice(first + 1)}`;
    const above = source.lastIndexOf('\n', start - 2) + 1;
    const advice = 'begin it with spaces, further in than the key above; or write a colon behind a key';
    return {
      ...say(`this line goes on with the text above; ${advice}`, first),
      mended: commented,
      unread: [above, start] as const,
    };
  }
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
