import type { Root } from 'mdast';
import type { Construct, Effects, Extension, State, TokenType } from 'micromark-util-types';
import type { Processor } from 'unified';
import { everyNode } from './nodes.ts';

/**
 * Bare addresses in a text, which become links as on GitHub but for their ends: GitHub Flavored Markdown ends one at a
 * space, which Korean does not put before a particle, nor any language before a closing quote, a dash or `[^source]`.
 */

/** Where an address ends whatever follows: at a space, at a sign that no address holds, and at signs of markdown. */
const STOP =
  /[\s\p{Z}\p{Cc}<>"]|(?:(?![\u30fb\p{ASCII}])[\p{P}\p{S}])|(?<![\p{sc=Kana}\p{sc=Hira}\p{sc=Han}])\u30fb|\u30fb(?![\p{sc=Kana}\p{sc=Hira}\p{sc=Han}])|\[(?![\w-]*\](?!\())|\](?=\()|\*\*|~~/u;

/** Where its host ends as well: a label of Latin letters does not go on in others. */
const HOST_STOP =
  /(?<=[a-z\d])[\p{sc=Hang}\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}](?=[^.]*$)/iu;

/** Particles that are no word of their own, and those that in a path may be one: 이란 is a country as well. */
const PLAIN =
  '에서|에게|에선|에는|에도|에|의|은|는|이|가|을|를|와|과|으로|로|이?라고|이?라는|이?라며|입니다|까지|부터|처럼|하고';
const OTHER =
  '이?라면|이?란|입니까|이다|이며|이고|이나|인데|도|만|나|랑|보다|같은|께|한테|마다|조차|밖에|뿐|및|다|며|라|인';
const NO_MORE = '(?![\\p{L}\\p{N}/_%=&#+-]|\\.[\\p{L}\\p{N}])';

/** Particles directly behind it. Within a path, too, Hangul and Kana stand behind a slash, a hyphen or each other. */
const PARTICLE = new RegExp(
  [
    `(?<=[a-z\\d)~*'])(?:${PLAIN}|${OTHER})+${NO_MORE}`,
    `(?<=[!-~])(?:${PLAIN})${NO_MORE}`,
    '(?<=[a-z\\d])(?:から|まで|より|[をにはがでとのへもや的])',
    // Nor do these scripts put a space before the next word.
    '(?<=[a-z\\d])[\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]',
    `'\\p{Ll}{0,4}${NO_MORE}|'(?=\\p{sc=Hang})`,
  ].join('|'),
  'iu',
);

const TRAILING = /(?:&[a-z\d]+;|[!&'*,.:;?\]_~\p{Cf}])+$/iu;

/** A closing bracket behind which nothing goes on as addresses do. */
const CLOSES = /^\)+[!&'*,.:;?\]_~]*(?![!-~])/u;

/**
 * How much of a text is the address at its start, in UTF-16 units; 0 when there is none.
 *
 * @param text starts with `https://`, `http://` or `www.`
 */
export function addressLength(text: string): number {
  const [prefix = ''] = /^(?:https?:\/\/|www\.)(?=[\p{L}\p{N}])/iu.exec(text) ?? [];
  if (prefix === '') return 0;
  let end = firstAt(text, STOP);
  const host = /^[^/?#:]*/.exec(text.slice(prefix.length, end))?.[0] ?? '';
  const hostEnd = firstAt(host, HOST_STOP);
  if (hostEnd < host.length) end = prefix.length + hostEnd;
  end = unopenedBracket(text.slice(0, end));
  end = firstAt(text.slice(0, end), PARTICLE);
  end = text.slice(0, end).replace(TRAILING, '').length;
  return end > prefix.length ? end : 0;
}

function firstAt(text: string, sign: RegExp): number {
  const at = text.search(sign);
  return at === -1 ? text.length : at;
}

function unopenedBracket(text: string): number {
  let depth = 0;
  for (const [index, sign] of text.split('').entries()) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth < 0 && CLOSES.test(text.slice(index))) return index;
  }
  return text.length;
}

/** How much of a text is the mail address at its start, in UTF-16 units; 0 when there is none. */
function mailLength(text: string): number {
  return /^[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[\w-]*[a-z\d](?![\w-])/i.exec(text)?.[0].length ?? 0;
}

/** Longer addresses are cut; what follows is looked at once more for each of them. */
const LONGEST = 2_000;

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    literalAutolink: 'literalAutolink';
    literalAutolinkEmail: 'literalAutolinkEmail';
    literalAutolinkHttp: 'literalAutolinkHttp';
    literalAutolinkWww: 'literalAutolinkWww';
  }
}

interface Address {
  readonly name: string;
  /** What it does not stand directly behind. */
  readonly notBehind: RegExp;
  /** Whether what has been read can go on to be one. */
  readonly isLike: (text: string) => boolean;
  readonly length: (text: string) => number;
  readonly token: (text: string) => TokenType;
}

/** The construct for micromark that reads an address. */
const construct = ({ name, notBehind, isLike, length, token }: Address): Construct => ({
  name,
  previous: (code) => code === null || !notBehind.test(String.fromCharCode(code)),
  tokenize(effects, ok, nok) {
    let text = '';
    let left = 0;
    const look = (ahead: Effects, done: State): State => {
      const next: State = (code) => {
        const longer = text + String.fromCharCode(code ?? 0);
        if (code === null || code <= 32 || text.length >= LONGEST || !isLike(longer)) {
          ahead.exit('literalAutolink');
          return done(code);
        }
        text = longer;
        ahead.consume(code);
        return next;
      };
      return (code) => {
        ahead.enter('literalAutolink');
        return next(code);
      };
    };
    const take: State = (code) => {
      if (left-- > 0) {
        effects.consume(code);
        return take;
      }
      effects.exit(token(text));
      effects.exit('literalAutolink');
      return ok(code);
    };
    const start: State = (code) => {
      left = length(text);
      if (left === 0) return nok(code);
      effects.enter('literalAutolink');
      effects.enter(token(text));
      return take(code);
    };
    return effects.check({ tokenize: look, partial: true }, start, nok);
  },
});

const web = construct({
  name: 'address',
  notBehind: /[\p{L}\p{N}]/u,
  isLike: (text) => text.length !== 5 || /^(?:https?:?|www\.)/i.test(text),
  length: addressLength,
  token: (text) => (/^w/i.test(text) ? 'literalAutolinkWww' : 'literalAutolinkHttp'),
});

// GitHub's own goes back over all that stands before it, once for each word, wherever a bracket is open.
const mail = construct({
  name: 'mailAddress',
  notBehind: /[\w.+/-]/,
  isLike: (text) => /[\w.+@-]/.test(text.at(-1) ?? ''),
  length: mailLength,
  token: () => 'literalAutolinkEmail',
});

/** What reads an address, by the codes of the signs that one can open with. */
const STARTS = Object.fromEntries(
  Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
    .filter((sign) => /[\w.+-]/.test(sign))
    .map((sign) => [sign.charCodeAt(0), /[hw]/i.test(sign) ? [web, mail] : [mail]]),
);

interface Parsing {
  micromarkExtensions?: Extension[];
  fromMarkdownExtensions?: { transforms?: unknown }[][];
}

/** Reads bare addresses in the place of remark-gfm, after which it is registered. */
export function remarkAddresses(this: Processor): void {
  const data = this.data() as Parsing;
  data.micromarkExtensions = [
    ...without(data.micromarkExtensions, ['protocolAutolink', 'wwwAutolink', 'emailAutolink']),
    { text: STARTS },
  ];
  // remark-gfm looks into the words for addresses once more, with ends of its own.
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []).map((all) => all.map((one) => ({ ...one, transforms: [] }))),
    [{ transforms: [withoutInnerLinks] }],
  ];
}

/**
 * Leaves mail addresses out of what remarkAddresses reads, for a text without `@`. To look for one at each word takes
 * longer than all else that is read.
 */
export function remarkWithoutMail(this: Processor): void {
  const data = this.data() as Parsing;
  data.micromarkExtensions = without(data.micromarkExtensions, [mail.name]);
}

/** Extensions without some constructs of text: a parser stops wherever one may start, even if it is disabled. */
function without(extensions: readonly Extension[] = [], names: readonly (string | undefined)[]): Extension[] {
  return extensions.map(({ text, ...others }) => ({
    ...others,
    text: Object.fromEntries(
      Object.entries(text ?? {})
        .map(([code, starts]) => [code, [starts ?? []].flat().filter(({ name }) => !names.includes(name))] as const)
        .filter(([, left]) => left.length > 0),
    ),
  }));
}

/** A link that words were given holds no other. */
function withoutInnerLinks(tree: Root): void {
  for (const node of everyNode(tree))
    if (node.type === 'link' || node.type === 'linkReference')
      node.children = node.children.flatMap((child) => (child.type === 'link' ? child.children : [child]));
}
