import type { Blockquote, Root } from 'mdast';
import type { VFile } from 'vfile';
import { nodesOf } from './nodes.ts';
import { proseContext } from './prose-context.ts';

const MARK = /^\[!NOTE\][ \t]*(?:\n|$)/;

/** A blockquote that opens with `[!NOTE]` (as GitHub writes alerts) is the desk's own explanation. */
export function isDeskNote(node: Blockquote): boolean {
  const text = node.children[0]?.type === 'paragraph' ? node.children[0].children[0] : undefined;
  return text?.type === 'text' && MARK.test(text.value);
}

/** Turns each desk note into a labelled note, so that no reader takes it for reporting. */
export function remarkDeskNotes() {
  return (tree: Root, file: VFile): void => {
    const { noteLabel } = proseContext(file);
    for (const node of nodesOf(tree, 'blockquote')) {
      if (!isDeskNote(node)) continue;
      const [first, ...others] = node.children;
      if (first?.type !== 'paragraph' || first.children[0]?.type !== 'text') continue;
      const [opening, ...inline] = first.children;
      const rest = opening.value.replace(MARK, '');
      const body = [...(rest ? [{ ...opening, value: rest }] : []), ...inline];
      node.data = { hName: 'div', hProperties: { className: ['desk-note'], role: 'note' } };
      node.children = [
        {
          type: 'paragraph',
          data: { hProperties: { className: ['label'] } },
          children: [{ type: 'text', value: noteLabel }],
        },
        ...(body.length ? [{ ...first, children: body }] : []),
        ...others,
      ];
    }
  };
}
