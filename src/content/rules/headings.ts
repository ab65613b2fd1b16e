import { toString } from 'mdast-util-to-string';
import { nodesOf } from '../../text/nodes.ts';
import type { Report } from '../diagnostic.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { editionsOf, problemInProse, type Rule } from './rule.ts';

/** The headings of the prose stand below the page's title and go down one level at a time. */
export const headings: Rule = (article, report) => {
  for (const edition of editionsOf(article)) headingsIn(edition, report);
};

/** The same for one text. */
export function headingsIn(edition: ParsedEdition, report: Report): void {
  let above = 1;
  for (const node of nodesOf(edition.prose, 'heading')) {
    const offset = node.position?.start.offset ?? 0;
    if (toString(node).trim() === '')
      report(
        problemInProse(edition, offset, 'this heading has no words; write them behind the "#" signs', 'heading-empty'),
      );
    if (node.depth === 1)
      report(
        problemInProse(
          edition,
          offset,
          'a heading of the first level is the title of the page; start it with "##"',
          'heading-level',
        ),
      );
    else if (node.depth > above + 1)
      report(
        problemInProse(
          edition,
          offset,
          `this heading skips a level; start it with "${'#'.repeat(above + 1)}" instead of "${'#'.repeat(node.depth)}"`,
          'heading-skipped',
        ),
      );
    above = Math.max(node.depth, 1);
  }
}
