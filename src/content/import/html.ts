import { isDeepStrictEqual } from 'node:util';
import type { ElementContent, RootContent } from 'hast';
import { readFragment } from '../../text/fragment.ts';
import { readInline } from '../../text/inline.ts';
import { linkAddressProblem } from '../../text/link-address.ts';
import { plainText, type RichNode, type RichText } from '../../text/rich-text.ts';

/** A short text in HTML, as markdown. */
export interface Markdown {
  /** One line of inline markdown, which is read as the same words. */
  readonly markdown: string;
  readonly plain: string;
  /** Whether that says all that the HTML did; paragraphs become one. */
  readonly isWhole: boolean;
}

const TAGS: Readonly<Record<string, string>> = {
  ...{ strong: 'strong', b: 'strong', em: 'em', i: 'em', cite: 'em', del: 'del', s: 'del', code: 'code' },
};
/** What means nothing without a style. */
const BARE = new Set(['span', 'font', 'p', 'div', 'br', 'small', 'u', 'q', 'abbr', 'time']);
const BREAKS = /^(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|td|th)$/;
const WORDLESS = new Set(['script', 'style', 'iframe', 'object', 'template', 'noscript']);

/**
 * Reads a short text of another program, which writes HTML.
 *
 * @param hasLinks whether a link can stand in it
 */
export function markdownOf(html: string, hasLinks = true): Markdown {
  let isWhole = true;
  const read = (nodes: readonly (RootContent | ElementContent)[]): RichNode[] =>
    nodes.flatMap((node): RichNode[] => {
      if (node.type === 'text') return [node.value];
      if (node.type !== 'element') return [];
      const { tagName: tag, properties } = node;
      if (WORDLESS.has(tag)) return ((isWhole = false), []);
      const children = tidy(read(node.children));
      const inner = BREAKS.test(tag) ? [' ', ...children, ' '] : children;
      const isEmpty = plainText(children).trim() === '';
      const to = addressOf(properties['href']);
      if (tag === 'a' && hasLinks && !isEmpty && to !== undefined)
        return around(children, (text) => ({ type: 'link', to, children: text }));
      const known = TAGS[tag];
      if (known && !isEmpty) return around(children, (text) => ({ type: 'element', tag: known, children: text }));
      isWhole &&= BARE.has(tag) || known !== undefined;
      return inner;
    });
  const { children } = readFragment(html);
  const text = trimmed(tidy(read(children)));
  const plain = plainText(text);
  const markdown = written(text, hasLinks);
  if (markdown !== undefined) return { markdown, plain, isWhole };
  // Marks that touch letters cannot be written everywhere.
  return { markdown: written([plain], hasLinks) ?? escaped(plain, ALL), plain, isWhole: false };
}

/** An address that a link can lead to, its letters beyond ASCII written as the web writes them. */
function addressOf(href: unknown): string | undefined {
  const to = String(href ?? '').trim();
  const isWhole = /^(?:https?|mailto):/i.test(to) && linkAddressProblem(to) === undefined;
  return isWhole ? to.replace(/[^ -~]+/g, encodeURIComponent) : undefined;
}

/** Puts the spaces at the ends of what is marked outside of the marks. */
function around(children: RichText, mark: (inner: RichText) => RichNode): RichNode[] {
  const words = plainText(children);
  return [...(/^\s/.test(words) ? [' '] : []), mark(trimmed(children)), ...(/\s$/.test(words) ? [' '] : [])];
}

/** One string where several meet, and one space. */
function tidy(nodes: readonly RichNode[]): RichNode[] {
  const tidied: RichNode[] = [];
  for (const node of nodes) {
    const before = tidied.at(-1);
    const text = typeof node === 'string' && typeof before === 'string' ? (tidied.pop(), before + node) : node;
    tidied.push(typeof text === 'string' ? text.replace(/[ \t\r\n\f]+/g, ' ') : text);
  }
  return tidied.filter((node) => node !== '');
}

function trimmed(nodes: RichText): RichNode[] {
  return nodes
    .map((node, index) => {
      if (typeof node !== 'string') return node;
      const start = index === 0 ? node.trimStart() : node;
      return index === nodes.length - 1 ? start.trimEnd() : start;
    })
    .filter((node) => node !== '');
}

const [MARKS, ALL] = [/[\\`*_~[\]<>&#|]/g, /[!-/:-@[-`{-~]/g];

/** The markdown of a text with as few backslashes as it takes; nothing where no markdown is read as that text. */
function written(text: RichText, hasLinks: boolean): string | undefined {
  return [/$^/g, MARKS, ALL]
    .map((marks) => toMarkdown(text, marks))
    .find((markdown) => {
      let isRead = true;
      const read = readInline(markdown, () => (isRead = false));
      return isRead && isDeepStrictEqual(hasLinks ? withoutBare(read) : tidy(read), withoutBare(text));
    });
}

// An address that stands as it is becomes a link by itself.
function withoutBare(text: RichText): RichNode[] {
  return tidy(
    text.flatMap((node) => {
      const isBare =
        typeof node !== 'string' && node.type === 'link' && String(node.to).endsWith(plainText(node.children));
      return isBare ? node.children : [node];
    }),
  );
}

const AROUND: Readonly<Record<string, string>> = { strong: '**', em: '*', del: '~~', code: '`' };

function toMarkdown(text: RichText, marks: RegExp): string {
  return text
    .map((node) => {
      if (typeof node === 'string') return escaped(node, marks);
      if (node.type === 'link')
        return `[${toMarkdown(node.children, marks)}](<${String(node.to)}>)`.replace(/<([^\s()<>]*)>\)$/, '$1)');
      if (node.type !== 'element') return '';
      const mark = AROUND[node.tag] ?? '';
      return mark + (node.tag === 'code' ? plainText(node.children) : toMarkdown(node.children, marks)) + mark;
    })
    .join('');
}

function escaped(text: string, marks: RegExp): string {
  return text.replace(marks, '\\$&');
}
