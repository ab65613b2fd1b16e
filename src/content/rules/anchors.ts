import { headingsOf, PAGE_SECTIONS, sectionAnchor } from '../../text/headings.ts';
import { termAnchor } from '../../text/terms.ts';
import { listAt, listRoot, type RawItem, textAt } from '../raw.ts';
import { type ArticleDraft, factsOf, problemAt, type Rule } from './rule.ts';

/** An event's id is its bare anchor, so it is none of the page's other anchors. */
export const distinctAnchors: Rule = (article, report) => {
  const taken = otherAnchors(article);
  for (const event of listAt(factsOf(article.original), 'timeline')) {
    const id = textAt(event, 'id');
    if (id !== undefined && taken.has(id))
      report(
        problemAt(
          article.original.yaml,
          [...event.path, 'id'],
          `"${id}" is the anchor of another part of the page; choose another id`,
          'id-taken',
        ),
      );
  }
};

function otherAnchors({ original, sources }: ArticleDraft): Set<string> {
  const facts = factsOf(original);
  const ids = (items: RawItem[], anchor: (id: string) => string): string[] =>
    items.flatMap((item) => {
      const id = textAt(item, 'id');
      return id === undefined ? [] : [anchor(id)];
    });
  return new Set([
    // The main part of every page, which the skip link leads to.
    'content',
    ...PAGE_SECTIONS.map(sectionAnchor),
    ...headingsOf(original.prose).map(({ id }) => id),
    ...ids(listAt(facts, 'people'), (id) => `person-${id}`),
    ...ids(listAt(facts, 'numbers'), (id) => `number-${id}`),
    ...ids(listAt(facts, 'terms'), termAnchor),
    ...ids(listAt(facts, 'disputes'), (id) => `dispute-${id}`),
    ...ids(listAt(facts, 'questions'), (id) => `question-${id}`),
    ...(sources ? ids(listRoot(sources), (id) => `source-${id}`) : []),
  ]);
}
