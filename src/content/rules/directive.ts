import type { Nodes } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { nodesOf } from '../../text/nodes.ts';
import { nearest } from '../diagnostic.ts';
import type { Fields } from '../model/fields.ts';
import { type Placement, placementsOf } from '../model/article.ts';
import { keysOf, valueOf } from '../model/walk.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { listAt, type RawItem, textAt } from '../read/yaml-access.ts';
import { factsOf, fieldsIn, offsetOf, type ParsedArticle, pointAt, rule } from './rule.ts';

/** A directive that stands right, and what it places. */
export interface PlacedPart extends Placement {
  /** As it is written: `::event{#opening}`. */
  readonly written: string;
  readonly id?: string;
  readonly offset: number;
}

/** An edition, and what its directives can place: nothing on a page without frontmatter parts. */
interface Prose {
  readonly edition: ParsedEdition;
  readonly fields: Fields;
  /** The frontmatter, of an original edition that could be read. */
  readonly facts?: RawItem | undefined;
}

/** A directive stands alone on a line of the prose, is one of those that the parts have, and places what is there, once. */
export const directive = rule<Prose>('directive', ({ edition, fields, facts }, say) => {
  const known = placementsOf(fields);
  const placed = new Map<string, number>();
  for (const node of nodesOf(edition.prose, 'leafDirective')) {
    const offset = offsetOf(node);
    const refuse = (message: string): void => say.inProse(edition, offset, message);
    const placement = known.get(node.name);
    const written = writtenAt(edition, offset);
    const first = placed.get(written);
    if (!placement) {
      const near = nearest(node.name, known.keys());
      const hint = near === undefined ? choice([...known.keys()]) : `did you mean "::${near}"?`;
      refuse(`"::${node.name}" places nothing; ${hint}`);
    } else if (!edition.prose.children.includes(node))
      refuse(`"${written}" stands in a list or a quotation; put it on a line that starts with it`);
    else if (written !== wantedFor(node, placement)) {
      const id = placement.kind === 'part' ? '' : '{#id}';
      refuse(`"${written}" cannot be read; write ::${node.name}${id}, and nothing else on its line`);
    } else if (placement.kind === 'part' && facts && isAbsent(facts, placement.part))
      refuse(`"${written}" places what the frontmatter does not have: ${placement.part}`);
    else if (placement.kind !== 'pointer' && first !== undefined)
      refuse(`"${written}" stands already, at ${pointAt(edition.file, edition.proseStart + first)}; take one out`);
    placed.set(written, first ?? offset);
  }
});

function choice(names: readonly string[]): string {
  return names.length === 0
    ? 'this page has no parts to place'
    : `write ${names.map((name) => `::${name}`).join(', ')}`;
}

function isAbsent(facts: RawItem, part: string): boolean {
  const value = valueOf(facts.value, part);
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Whether a paragraph is meant to be a directive, whose colons markdown did not take for one. */
export function isMeantAsPart({ file, proseStart }: ParsedEdition, node: Nodes): boolean {
  return node.type === 'paragraph' && /^[:：]{2}/.test(file.text.slice(proseStart + offsetOf(node)));
}

function writtenAt({ file, proseStart }: ParsedEdition, offset: number): string {
  const [line = ''] = file.text.slice(proseStart + offset).split('\n', 1);
  return line.trimEnd();
}

function wantedFor({ name, attributes }: LeafDirective, { kind }: Placement): string {
  return kind === 'part' ? `::${name}` : `::${name}{#${attributes?.['id']}}`;
}

/** What an edition places, in its order. */
export function placedIn(edition: ParsedEdition, fields: Fields): PlacedPart[] {
  const known = placementsOf(fields);
  return edition.prose.children.flatMap((node) => {
    const placement = node.type === 'leafDirective' && known.get(node.name);
    const offset = offsetOf(node);
    const written = writtenAt(edition, offset);
    if (!placement || written !== wantedFor(node, placement)) return [];
    const id = node.attributes?.['id'];
    return [{ ...placement, written, offset, ...(id && { id }) }];
  });
}

/** The entries that stand where the prose places them or else at an event, and have neither: no page shows them. */
export function unplacedEntries({ fields, original }: ParsedArticle) {
  const placed = placedIn(original, fields);
  const parts = Object.entries(fields).filter(([, { onPage }]) => onPage.entryDirective && !onPage.section);
  const named = fieldsIn(fields, factsOf(original)).flatMap(({ key, field: { holds }, from }) =>
    holds.kind === 'ref' ? `${holds.to} ${textAt(from, key)}` : [],
  );
  return parts.flatMap(([part, { onPage }]) =>
    listAt(factsOf(original), part)
      .filter((item) => textAt(item, 'event') === undefined)
      .filter((item) => !placed.some((other) => other.part === part && other.id === textAt(item, 'id')))
      .filter((item) => !named.includes(`${part} ${textAt(item, 'id')}`))
      .map((item) => ({ part, directive: onPage.entryDirective ?? '', item })),
  );
}

/** Every entry that needs a place has one. */
export const entryUnplaced = rule('entry-unplaced', (article, say) => {
  // Where it is placed may be what could not be read.
  if (!article.original.proseRead) return;
  for (const { part, directive: name, item } of unplacedEntries(article)) {
    const id = textAt(item, 'id');
    const orElse = keysOf(article.fields, part).includes('event')
      ? 'name its event'
      : 'name it at an event or a person';
    const message = `is shown nowhere; place it in the prose with ::${name}{#${id}}, or ${orElse}`;
    if (id !== undefined) say.at(article.original.yaml, item.path, message);
  }
});
