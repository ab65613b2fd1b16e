import type { List, Paragraph, RootContent } from 'mdast';
import { cites } from '../../text/citations.ts';
import { isDeskNote } from '../../text/desk-note.ts';
import { editionsOf, offsetOf, rule } from './rule.ts';

/** Every paragraph and every list of the prose cites a source. */
export const uncitedProse = rule('uncited-prose', (article, say) => {
  for (const edition of editionsOf(article))
    for (const block of uncitedIn(edition.prose.children)) {
      const what = `this ${block.type === 'list' ? 'list' : 'paragraph'} states facts and cites no source`;
      say.inProse(edition, offsetOf(block), `${what}; end it with one, as in [^source-id]`);
    }
});

function uncitedIn(blocks: readonly RootContent[]): (Paragraph | List)[] {
  return blocks.flatMap((block, index) => {
    if (block.type === 'blockquote') return isDeskNote(block) ? [] : uncitedIn(block.children);
    if ((block.type !== 'paragraph' && block.type !== 'list') || cites(block)) return [];
    return block.type === 'paragraph' && blocks[index + 1]?.type === 'list' ? [] : [block];
  });
}
