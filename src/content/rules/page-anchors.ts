import { headingsOf } from '../../text/headings.ts';
import type { Fields } from '../model/fields.ts';
import {
  anchorOf,
  hasSection,
  MAIN_ANCHOR,
  type SectionName,
  sectionAnchor,
  sectionsOf,
  siblingsOf,
} from '../model/article.ts';
import { reachedFrom } from '../origins.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { listAt, listRoot, type RawItem, textAt } from '../read/yaml-access.ts';
import { placedIn, unplacedEntries } from './directive.ts';
import { eventsOf, factsOf, type ParsedArticle, rule } from './rule.ts';
import { basedOnIn } from './source-origin.ts';
import { usedSources } from './source-unused.ts';

/** The anchors of the headings of a prose, which are none of the page's own. */
export function headingIdsOf({ prose }: Pick<ParsedEdition, 'prose'>, fields?: Fields): string[] {
  return headingsOf(prose, sectionsOf(fields)).map(({ id }) => id);
}

/** An event's id is its bare anchor, so it is none of the anchors that its page has, or could come to have, besides. */
export const idTaken = rule('id-taken', (article, say) => {
  const { fields, original, sources } = article;
  const taken = anchorsIn(article, sectionsOf(fields), ['timeline'], listRoot(sources));
  for (const event of eventsOf(original)) {
    const id = textAt(event, 'id') ?? '';
    const message = `"${id}" is the anchor of another part of the page; choose another id`;
    if (taken.has(id)) say.at(original.yaml, [...event.path, 'id'], message);
  }
});

/**
 * The anchors of an article's page that links can rest on: those that number its citations are not among them.
 *
 * @returns nothing when part of what gives the page its anchors could not be read
 */
export function anchorsOf(article: ParsedArticle): Set<string> | undefined {
  const { fields, original, sources } = article;
  if (!original.yaml.isWhole || !original.proseRead || !sources?.isWhole) return undefined;
  const all = listRoot(sources);
  const used = reachedFrom(usedSources(article), basedOnIn(all));
  const listed = all.filter((source) => used.has(textAt(source, 'id') ?? ''));
  const placed = placedIn(original, fields).flatMap(({ kind, part }) =>
    kind === 'part' ? [part, ...siblingsOf(part, fields).along] : [],
  );
  const below = Object.entries({ ...factsOf(original).value, sources: listed }).filter(
    ([key]) => !placed.includes(key),
  );
  const parts = Object.fromEntries(below);
  // A placed part keeps the anchor of the section of its name.
  const shown = sectionsOf(fields).filter((section) => placed.includes(section) || hasSection(section, parts, fields));
  const anchors = anchorsIn(article, shown, [], listed);
  for (const { part, item } of unplacedEntries(article))
    anchors.delete(`${fields[part]?.onPage.anchor}${textAt(item, 'id')}`);
  return anchors;
}

function anchorsIn(
  { fields, original }: ParsedArticle,
  sections: readonly SectionName[],
  without: readonly string[],
  sources: readonly RawItem[],
): Set<string> {
  const parts = Object.keys(fields).filter((part) => !without.includes(part));
  return new Set([
    MAIN_ANCHOR,
    ...sections.map(sectionAnchor),
    ...headingIdsOf(original, fields),
    ...parts.flatMap((part) => {
      const anchor = fields[part]?.onPage.anchor;
      return anchor === undefined ? [] : idsOf(listAt(factsOf(original), part)).map((id) => anchor + id);
    }),
    ...idsOf(sources).map((id) => anchorOf('sources', id)),
  ]);
}

function idsOf(items: readonly RawItem[]): string[] {
  return items.flatMap((item) => textAt(item, 'id') ?? []);
}
