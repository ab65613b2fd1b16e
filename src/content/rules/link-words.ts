import { toString } from 'mdast-util-to-string';
import type { Root } from 'mdast';
import { everyNode } from '../../text/nodes.ts';
import { parseMarkdown } from '../../text/pipeline.ts';
import { textsWith } from '../read/yaml-access.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { offsetOf, rule } from './rule.ts';

/** Words that say nothing of where a link leads, to somebody who hears the links of a page one by one. */
const EMPTY_WORDS = new Set([
  'here', 'click here', 'read here', 'see here', 'this', 'this link', 'this page', 'this article', 'link', 'a link',
  'more', 'read more', 'learn more', 'see more', 'source', 'website', 'page',
  '여기', '여기서', '여기를', '이곳', '여기를 클릭', '클릭', '링크', '이 링크', '더 보기', '더보기', '자세히', '자세히 보기', '출처',
]); // prettier-ignore

/** The words of a link say where it leads. */
export const linkWords = rule<ParsedEdition>('link-words', (edition, say) => {
  for (const { offset, words } of emptyLinks(edition.prose)) say.inProse(edition, offset, complaint(words));
  for (const { path, text } of textsWith(edition.yaml, ']('))
    for (const { words } of emptyLinks(parseMarkdown(text))) say.at(edition.yaml, path, complaint(words));
});

function complaint(words: string): string {
  return `the link "${words}" does not say where it leads; use words such as the name of what it leads to`;
}

function emptyLinks(tree: Root): { offset: number; words: string }[] {
  return everyNode(tree).flatMap((node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return [];
    const words = toString(node).trim();
    const ending = /[\p{P}\s]+$/u;
    const bare = words.toLowerCase().replace(ending, '').replace(/\s+/g, ' ');
    return EMPTY_WORDS.has(bare) ? [{ offset: offsetOf(node), words }] : [];
  });
}
