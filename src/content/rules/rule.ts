import { citedId } from '../../text/citations.ts';
import { citedIn } from '../../text/rich-text.ts';
import { readInline } from '../../text/inline.ts';
import { nodesOf } from '../../text/nodes.ts';
import { type EdtfDate, readEdtf } from '../../dates/edtf.ts';
import type { Report } from '../diagnostic.ts';
import type { Field, Fields, Holds } from '../model/fields.ts';
import { logEntry, type Path, valueOf } from '../model/walk.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { diagnosticAt, positionAt, type SourceFile } from '../read/read-file.ts';
import { withPath } from '../read/validate.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { groupAt, listAt, listRoot, mapAt, type RawItem, rootOf, textAt, textsWith } from '../read/yaml-access.ts';
import type { RuleName } from '../rule-book.ts';

/** One article as the rules see it. */
export interface ParsedArticle {
  readonly fields: Fields;
  readonly original: ParsedEdition;
  readonly translations: readonly ParsedEdition[];
  /** Absent when `sources.yaml` could not be read. */
  readonly sources?: PlacedYaml;
  /** What its refs can lead to beside its own parts, by the key that refs say. */
  readonly beside?: Readonly<Record<string, Named>>;
}

/** Things of the site that an article can name by their ids. */
export interface Named {
  /** What one is, with its article, as messages name one. */
  readonly noun: string;
  /** `undefined` for one without; absent when they could not be read. */
  readonly ids: readonly (string | undefined)[] | undefined;
}

/** Looks at one article, or at one file, and reports what is wrong with it. */
export type Rule<On = ParsedArticle> = (on: On, report: Report) => void;

/** What a rule says, under its own id unless it names another. */
export interface Say {
  /** A problem with the value at a path, or with what holds it where it is missing. */
  at(yaml: PlacedYaml, path: Path, message: string, id?: RuleName): void;
  atKey(yaml: PlacedYaml, path: Path, message: string, id?: RuleName): void;
  /** A problem with the prose, at an offset into it. */
  inProse(edition: ParsedEdition, offset: number, message: string, id?: RuleName): void;
  /** A problem at an offset into a file. */
  here(file: SourceFile, offset: number, message: string, id?: RuleName): void;
}

/** Makes a rule of what looks for it. */
export function rule<On = ParsedArticle>(name: RuleName, look: (on: On, say: Say) => void): Rule<On> {
  return (on, report) => {
    const here: Say['here'] = (file, offset, message, id = name) => report(diagnosticAt(file, offset, message, id));
    look(on, {
      here,
      at: (yaml, path, message, id) => here(yaml.file, yaml.placeOf(path), withPath(path, message), id),
      atKey: (yaml, path, message, id) => here(yaml.file, yaml.keyPlaceOf(path), withPath(path, message), id),
      inProse: ({ file, proseStart }, offset, message, id) => here(file, proseStart + offset, message, id),
    });
  };
}

/** The original and its translations. */
export function editionsOf(article: Pick<ParsedArticle, 'original' | 'translations'>): ParsedEdition[] {
  return [article.original, ...article.translations];
}

/** The frontmatter of an edition. */
export function factsOf({ yaml }: ParsedEdition): RawItem {
  return rootOf(yaml);
}

/** The events of an article. */
export function eventsOf(original: ParsedEdition): RawItem[] {
  return listAt(factsOf(original), 'timeline');
}

/** Stands for a group of keys that a translation does not have. */
export const NOTHING: RawItem['value'] = {};

/** A key that a group of an original may have, its siblings, and the same group in a translation. */
export interface FieldIn {
  readonly key: string;
  readonly field: Field;
  readonly fields: Fields;
  readonly from: RawItem;
  readonly to: RawItem;
}

/** Every key that the groups of an original may have, those of its entries behind its own, as far as they can be read. */
export function fieldsIn(fields: Fields, from: RawItem, to: RawItem = { path: [], value: NOTHING }): FieldIn[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const { holds } = field;
    const below = 'fields' in holds ? groupsAt(key, holds, from, to) : [];
    const within = below.flatMap(([group, same]) => ('fields' in holds ? fieldsIn(holds.fields, group, same) : []));
    return [{ key, field, fields, from, to }, ...within];
  });
}

/** The entries of a list or a map, each with its id; an item of a list without one has an empty one. */
export function entriesAt(kind: Holds['kind'], item: RawItem, key: string): (readonly [id: string, entry: RawItem])[] {
  return kind === 'map' ? [...mapAt(item, key)] : listAt(item, key).map((entry) => [textAt(entry, 'id') ?? '', entry]);
}

/** The groups at a key of an original, each with the same of a translation: by its id, or in order. */
function groupsAt(key: string, holds: Holds, from: RawItem, to: RawItem): [from: RawItem, to: RawItem][] {
  const absent = (...path: Path): RawItem => ({ path: [...to.path, key, ...path], value: NOTHING });
  if (holds.kind === 'group') {
    const group = groupAt(from, key);
    return group ? [[group, groupAt(to, key) ?? absent()]] : [];
  }
  if (holds.kind === 'log') {
    const [theirs, ours] = [from, to].map(({ value }) => valueOf(value, key));
    const isEven = Array.isArray(theirs) && Array.isArray(ours) && theirs.length === ours.length;
    return listAt(from, key).map((entry) => {
      const at = absent(entry.path.at(-1) as number);
      // Which of them lacks a twin is not known.
      const said = isEven ? valueOf(ours, entry.path.at(-1) as number) : undefined;
      return [entry, said === undefined ? at : { ...at, value: logEntry(said, holds.note) as RawItem['value'] }];
    });
  }
  const said = mapAt(to, key);
  return entriesAt(holds.kind, from, key).map(([id, entry]) => {
    const same = said.get(id) ?? absent(id);
    // What has an id that is taken has none of its own.
    said.delete(id);
    return [entry, same];
  });
}

/**
 * Each of some things whose key an earlier one has, with the first that has it.
 *
 * @param keyOf nothing for one that is not looked at
 */
export function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined) {
  return [...Map.groupBy(items, keyOf)].flatMap(([key, [first, ...again]]) =>
    key === undefined || !first ? [] : again.map((item): [again: Item, first: Item] => [item, first]),
  );
}

/** The date at a key of an event, an update or a source, where it is one: the schema reports what is none. */
export function dateOf(item: RawItem, key = 'date'): EdtfDate | undefined {
  return readEdtf(textAt(item, key) ?? '');
}

/** The ids of the sources, or `undefined` for one without; absent when `sources.yaml` could not be read as a list. */
export function sourceIds({ sources }: ParsedArticle): (string | undefined)[] | undefined {
  return sources && listRoot(sources).map((source) => textAt(source, 'id'));
}

/** The citations in an edition's prose, with their offsets into it. */
export function proseCitations({ prose }: ParsedEdition): { id: string; offset: number }[] {
  return nodesOf(prose, 'footnoteReference').map((node) => ({ id: citedId(node), offset: offsetOf(node) }));
}

/** Where a node of the prose starts in it. */
export function offsetOf({ position }: { readonly position?: { start: { offset?: number | undefined } } | undefined }) {
  return position?.start.offset ?? 0;
}

/** The citations in an edition's short texts. */
export function textCitations({ yaml }: ParsedEdition): { path: Path; id: string }[] {
  return textsWith(yaml, '[^').flatMap(({ path, text }) =>
    citedIn(readInline(text, () => {})).map((id) => ({ path, id })),
  );
}

/** Whether a translation says that it is not finished. */
export function isPartial(translation: ParsedEdition): boolean {
  return textAt(factsOf(translation), 'partial') === 'true';
}

/** `en.md:88`: where something stands, for a message about another file. */
export function pointTo(yaml: PlacedYaml, path: Path): string {
  return pointAt(yaml.file, yaml.keyPlaceOf(path));
}

/** `en.md:88`: the line of an offset. */
export function pointAt(file: SourceFile, offset: number): string {
  return `${file.path.split('/').at(-1)}:${positionAt(file, offset).line}`;
}
