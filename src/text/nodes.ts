import type { Nodes as HtmlNodes } from 'hast';
import type { Nodes as MarkdownNodes } from 'mdast';

type Nodes = MarkdownNodes | HtmlNodes;

/**
 * Every node of a text, itself included, in the order in which they start. unist-util-visit makes a function for
 * each node, which in a check of many articles costs as much as all its rules.
 */
export function everyNode<Tree extends Nodes = MarkdownNodes>(tree: NoInfer<Tree>, found: Tree[] = []): Tree[] {
  found.push(tree);
  if ('children' in tree) for (const child of tree.children) everyNode<Tree>(child as Tree, found);
  return found;
}

/** The nodes of one type, in the order in which they start. */
export function nodesOf<Type extends Nodes['type']>(tree: Nodes, type: Type): Extract<Nodes, { type: Type }>[] {
  return everyNode<Nodes>(tree).filter((node): node is Extract<Nodes, { type: Type }> => node.type === type);
}

/** What a node of markdown holds. */
export function childrenOf(node: MarkdownNodes | undefined): readonly MarkdownNodes[] {
  return node && 'children' in node ? node.children : [];
}
