import { toString } from 'mdast-util-to-string';
import { nodesOf } from '../../text/nodes.ts';
import type { ParsedEdition } from '../read/edition.ts';
import type { RuleName } from '../rule-book.ts';
import { offsetOf, rule } from './rule.ts';

/**
 * The headings of a prose stand below the page's title (`heading-level`), go down one level at a time
 * (`heading-skipped`) and have words (`heading-empty`).
 */
export const headings = rule<ParsedEdition>('heading-level', (edition, say) => {
  let above = 1;
  for (const node of nodesOf(edition.prose, 'heading')) {
    const refuse = (message: string, id?: RuleName): void => say.inProse(edition, offsetOf(node), message, id);
    if (toString(node).trim() === '')
      refuse('this heading has no words; write them behind the "#" signs', 'heading-empty');
    if (node.depth === 1) refuse('a heading of the first level is the title of the page; start it with "##"');
    else if (node.depth > above + 1) {
      const [wanted, written] = ['#'.repeat(above + 1), '#'.repeat(node.depth)];
      refuse(`this heading skips a level; start it with "${wanted}" instead of "${written}"`, 'heading-skipped');
    }
    above = node.depth;
  }
});
