import type { List, Paragraph, RootContent, Table } from 'mdast';
import { cites } from '../../text/citations.ts';
import { isDeskNote } from '../../text/desk-note.ts';
import { isMeantAsHeading } from '../../text/headings.ts';
import { everyNode } from '../../text/nodes.ts';
import { miswrittenIn } from './citation-form.ts';
import { isMeantAsPart } from './directive.ts';
import { editionsOf, offsetOf, rule } from './rule.ts';

/** Every paragraph and every list of the prose cites a source; a table or the paragraph before it ought to (`uncited-table`). */
export const uncitedProse = rule('uncited-prose', (article, say) => {
  for (const edition of editionsOf(article)) {
    const meant = miswrittenIn(article, edition);
    for (const block of uncitedIn(edition.prose.children)) {
      // What is meant to cite, to be a note of the desk or to place a part, was told how that is written.
      const { file, proseStart } = edition;
      const isMeantAsNote = /^\[!\p{L}/u.test(file.text.slice(proseStart + offsetOf(block)));
      if (isMeantAsNote || isMeantAsPart(edition, block) || everyNode(block).some((node) => meant.has(node))) continue;
      const isTable = block.type === 'table';
      const advice = isTable
        ? 'cite one in a cell, or in the paragraph before it'
        : 'end it with one, as in [^source-id]';
      const message = `this ${block.type} states facts and cites no source; ${advice}`;
      say.inProse(edition, offsetOf(block), message, isTable ? 'uncited-table' : 'uncited-prose');
    }
  }
});

function uncitedIn(blocks: readonly RootContent[]): (Paragraph | List | Table)[] {
  return blocks.flatMap((block, index) => {
    if (block.type === 'blockquote') return isDeskNote(block) ? [] : uncitedIn(block.children);
    const before = blocks[index - 1];
    if (block.type === 'table') return cites(block) || (before?.type === 'paragraph' && cites(before)) ? [] : [block];
    if (isMeantAsHeading(block)) return [];
    if ((block.type !== 'paragraph' && block.type !== 'list') || cites(block)) return [];
    return block.type === 'paragraph' && blocks[index + 1]?.type === 'list' ? [] : [block];
  });
}
