import { textAt } from '../read/yaml-access.ts';
import { anchorsBesideEvents } from './page-anchors.ts';
import { eventsOf, rule } from './rule.ts';

/** An event's id is its bare anchor, so it is none of the page's other anchors. */
export const idTaken = rule('id-taken', (article, say) => {
  const taken = anchorsBesideEvents(article);
  for (const event of eventsOf(article.original)) {
    const id = textAt(event, 'id') ?? '';
    const message = `"${id}" is the anchor of another part of the page; choose another id`;
    if (taken.has(id)) say.at(article.original.yaml, [...event.path, 'id'], message);
  }
});
