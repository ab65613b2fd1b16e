import type { Element, ElementContent, Properties, RootContent } from 'hast';
import type { RichCitation, RichDirective, RichNode, RichText, TermUse } from './rich-text.ts';

declare module 'hast' {
  interface ElementContentMap {
    citation: RichCitation;
    directive: RichDirective;
    term: TermUse;
  }
  interface RootContentMap {
    citation: RichCitation;
    directive: RichDirective;
    term: TermUse;
  }
}

/** The element that a desk note is until it becomes a node of its own. */
export const DESK_NOTE = 'desk-note';

/** The rich text of what mdast-util-to-hast made of markdown. */
export function fromHast(nodes: readonly (RootContent | ElementContent)[]): RichText {
  const text: RichNode[] = [];
  for (const node of nodes) {
    if (node.type === 'citation') {
      // A number stands at its word, whatever was typed between.
      const before = text.at(-1);
      if (typeof before === 'string') text.splice(-1, 1, ...(before.trimEnd() ? [before.trimEnd()] : []));
    }
    if (node.type === 'text') text.push(node.value);
    else if (node.type === 'citation' || node.type === 'term' || node.type === 'directive') text.push(node);
    else if (node.type === 'element') text.push(fromElement(node));
  }
  return text;
}

// Wide tables and code scroll in a box of their own, which the keyboard can reach, so that the page never does.
const TABLE_REGION = { class: 'table', 'data-table': '', tabindex: '0' };

function fromElement({ tagName: tag, properties, children: inner }: Element): RichNode {
  const children = fromHast(inner);
  const { href, title } = properties;
  if (tag === DESK_NOTE) return { type: 'note', children };
  if (tag === 'a')
    return { type: 'link', to: String(href ?? ''), ...(typeof title === 'string' && { title }), children };
  const attributes = { ...attributesOf(properties), ...(tag === 'pre' && { tabindex: '0' }) };
  const node: RichNode = {
    type: 'element',
    tag,
    ...(Object.keys(attributes).length > 0 && { attributes }),
    children,
  };
  return tag === 'table' ? { type: 'element', tag: 'div', attributes: TABLE_REGION, children: [node] } : node;
}

// Table cells are aligned by class: GFM's `align` attribute is obsolete HTML. All other names but that of the class
// are one word.
function attributesOf({ align, ...properties }: Properties): Record<string, string | true> {
  const all = Object.entries({ ...properties, ...(align && { className: `align-${String(align)}` }) });
  return Object.fromEntries(
    all.flatMap(([name, value]): [string, string | true][] => {
      if (value === null || value === undefined || value === false) return [];
      return [[name === 'className' ? 'class' : name.toLowerCase(), value === true || [value].flat().join(' ')]];
    }),
  );
}
