import type { ElementContent, Properties, RootContent } from 'hast';
import type { RichCitation, RichNode, RichText, TermUse } from './rich-text.ts';

declare module 'hast' {
  interface ElementContentMap {
    citation: RichCitation;
    term: TermUse;
  }
  interface RootContentMap {
    citation: RichCitation;
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
    else if (node.type === 'citation' || node.type === 'term') text.push(node);
    else if (node.type === 'element') text.push(fromElement(node));
  }
  return text;
}

function fromElement({ tagName, properties, children }: Extract<ElementContent, { type: 'element' }>): RichNode {
  const { href, title } = properties;
  if (tagName === DESK_NOTE) return { type: 'note', children: fromHast(children) };
  if (tagName === 'a')
    return {
      type: 'link',
      to: String(href ?? ''),
      ...(typeof title === 'string' && { title }),
      children: fromHast(children),
    };
  const attributes = attributesOf(properties);
  return {
    type: 'element',
    tag: tagName,
    ...(Object.keys(attributes).length > 0 && { attributes }),
    children: fromHast(children),
  };
}

function attributesOf(properties: Properties): Record<string, string | true> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]): [string, string | true][] => {
      if (value === null || value === undefined || value === false) return [];
      return [
        [NAMES[name] ?? name.toLowerCase(), value === true || (Array.isArray(value) ? value.join(' ') : String(value))],
      ];
    }),
  );
}

// Those that markdown and the plugins make of several words; the others are one word.
const NAMES: Readonly<Record<string, string>> = { className: 'class', dataTable: 'data-table' };
