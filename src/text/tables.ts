import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Table cells are aligned by class: GFM's `align` attribute is obsolete HTML. A wide table scrolls in
 * a region of its own, which the keyboard can reach, so that the page never scrolls sideways.
 */
export function alignTables(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    const { align, ...properties } = node.properties;
    if (typeof align === 'string' && (node.tagName === 'td' || node.tagName === 'th'))
      node.properties = { ...properties, className: [`align-${align}`] };
    if (node.tagName !== 'table' || !parent || index === undefined) return;
    if (parent.type === 'element' && parent.properties['dataTable'] !== undefined) return;
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table'], dataTable: '', tabIndex: 0 },
      children: [node],
    };
  });
}
