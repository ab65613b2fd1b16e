import type { Blockquote, Root } from 'mdast';
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
  for (const node of nodesOf(tree, 'blockquote')) {
    if (!isDeskNote(node)) continue;
    const [first, ...others] = node.children;
    if (first?.type !== 'paragraph' || first.children[0]?.type !== 'text') continue;
    const [opening, ...inline] = first.children;
    const rest = opening.value.replace(MARK, '');
    const body = [...(rest ? [{ ...opening, value: rest }] : []), ...inline];
    node.data = { hName: DESK_NOTE };
    node.children = [...(body.length ? [{ ...first, children: body }] : []), ...others];
  }
}
