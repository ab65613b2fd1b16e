import type { List, Paragraph, Root, RootContent } from 'mdast';
import { cites } from '../../text/citations.ts';
import { isDeskNote } from '../../text/desk-note.ts';
import { editionsOf, rule } from './rule.ts';

/** Every paragraph and every list of the prose cites a source. */
export const uncitedProse = rule('uncited-prose', (article, say) => {
  for (const edition of editionsOf(article))
    for (const block of uncited(edition.prose)) {
      const what = `this ${block.type === 'list' ? 'list' : 'paragraph'} states facts and cites no source`;
      say.inProse(edition, block.position?.start.offset ?? 0, `${what}; end it with one, as in [^source-id]`);
    }
});

function uncited(tree: Root): (Paragraph | List)[] {
  return tree.children.flatMap((block, index) => uncitedIn(block, tree.children[index + 1]));
}

function uncitedIn(block: RootContent, next: RootContent | undefined): (Paragraph | List)[] {
  if (block.type === 'blockquote') {
    if (isDeskNote(block)) return [];
    return block.children.flatMap((child, index) => uncitedIn(child, block.children[index + 1]));
  }
  if (block.type === 'paragraph') return cites(block) || next?.type === 'list' ? [] : [block];
  if (block.type === 'list') return cites(block) ? [] : [block];
  return [];
}
