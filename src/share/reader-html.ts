import type { Element, Root, Text } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { directionOf } from '../i18n/language.ts';
import { readFragment } from '../text/fragment.ts';
import type { Html } from '../text/html.ts';
import { nodesOf } from '../text/nodes.ts';

/**
 * The parts of a page as HTML for feed readers: what they take out or cannot show is not there, and every link is
 * absolute.
 *
 * @param html as the page has it
 * @param address the page's absolute address
 * @param lang the page's language (BCP 47)
 */
export function readerHtml(html: Html, address: string, lang: string): Html {
  const tree = readerTree(html, PLAIN);
  for (const { properties } of nodesOf(tree, 'element'))
    if (typeof properties['href'] === 'string') properties['href'] = absolute(properties['href'], address);
  const plain = toHtml(tree);
  // A feed reader sets the text among those of other languages.
  return directionOf(lang) === 'rtl' ? `<div dir="rtl">${plain}</div>` : plain;
}

/** The parts of a page that make sense without it, of the elements and attributes that a schema allows. */
export function readerTree(html: Html, schema: Schema): Root {
  const tree = readFragment(html);
  leaveOut(tree);
  return sanitize(tree, schema) as Root;
}

function leaveOut(parent: Root | Element): void {
  const kept = parent.children.filter((child) => child.type !== 'element' || !isOfThePage(child));
  parent.children = kept as typeof parent.children;
  for (const child of kept.filter((one) => one.type === 'element')) {
    // A reader's program would show at once what waits on the page.
    if (parent.type === 'element' && child.tagName === 'details') {
      const summary = nodesOf(child, 'element').find(({ tagName }) => tagName === 'summary');
      const properties = { href: `#${String(parent.properties['id'])}`, rel: ['external'] };
      const link: Element = { type: 'element', tagName: 'a', properties, children: summary?.children ?? [] };
      Object.assign(child, { tagName: 'p', children: [link] });
    }
    // The boxes of a task list are controls on the page.
    const box: Text = { type: 'text', value: child.properties['checked'] ? '☑' : '☐' };
    if (child.tagName === 'input') Object.assign(child, { tagName: 'span', children: [box] });
    leaveOut(child);
  }
}

// What draws, leads around on the page or works on it alone, by its class or its element.
const OF_THE_PAGE = new Set(['strip', 'way', 'filters', 'shown', 'legend', 'back', 'contents']);

function isOfThePage({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.some((name) => OF_THE_PAGE.has(String(name)));
}

/** A link of a page as a whole address; that of the page where it leads nowhere. */
export function absolute(href: string, address: string): string {
  return URL.canParse(href, address) ? new URL(href, address).href : address;
}

/** What a feed reader may be given. */
export const PLAIN = {
  strip: ['script', 'style', 'svg'],
  tagNames: [
    ...'div p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr br'.split(' '),
    ...'table thead tbody tr th td a b bdi strong em del ins code sup time span small figure figcaption img'.split(' '),
  ],
  attributes: {
    '*': ['lang', 'dir'],
    a: ['href'],
    time: ['dateTime'],
    ol: ['start'],
    li: ['value'],
    img: ['src', 'alt', 'width', 'height'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
} satisfies Schema;
