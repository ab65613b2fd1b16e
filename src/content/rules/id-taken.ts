import { textAt } from '../read/yaml-access.ts';
import { anchorsBesideEvents } from './page-anchors.ts';
import { eventsOf, problemAt, type Rule } from './rule.ts';

/** An event's id is its bare anchor, so it is none of the page's other anchors. */
export const idTaken: Rule = (article, report) => {
  const taken = anchorsBesideEvents(article);
  for (const event of eventsOf(article)) {
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
