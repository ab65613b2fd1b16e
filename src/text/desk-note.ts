import type { Blockquote, Paragraph, Root, Text } from 'mdast';
import { DESK_NOTE } from './from-hast.ts';
import { nodesOf } from './nodes.ts';

const MARK = /^\[!NOTE\][ \t]*(?:\n|$)/;

/** A blockquote that opens with `[!NOTE]` (as GitHub writes alerts) is the desk's own explanation. */
export function isDeskNote(node: Blockquote): boolean {
  const text = node.children[0]?.type === 'paragraph' ? node.children[0].children[0] : undefined;
  return text?.type === 'text' && MARK.test(text.value);
}

/** Makes each desk note one, so that no reader takes it for reporting. */
export function markDeskNotes(tree: Root): void {
  for (const node of nodesOf(tree, 'blockquote').filter(isDeskNote)) {
    const [first, ...others] = node.children as [Paragraph, ...Blockquote['children']];
    const [opening, ...inline] = first.children as [Text, ...Paragraph['children']];
    const rest = opening.value.replace(MARK, '');
    // Two spaces behind the mark, which nobody sees, break its line.
    const words = rest === '' && inline[0]?.type === 'break' ? inline.slice(1) : inline;
    const body = [...(rest ? [{ ...opening, value: rest }] : []), ...words];
    node.data = { hName: DESK_NOTE };
    node.children = [...(body.length ? [{ ...first, children: body }] : []), ...others];
  }
}
