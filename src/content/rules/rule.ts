import { citedId } from '../../text/citations.ts';
import { citedIn } from '../../text/rich-text.ts';
import { readInline } from '../../text/inline.ts';
import { nodesOf } from '../../text/nodes.ts';
import { type EdtfDate, parseEdtf } from '../../dates/edtf.ts';
import type { Report } from '../diagnostic.ts';
import type { Fields } from '../model/fields.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { diagnosticAt, lineAt, type SourceFile } from '../read/source-file.ts';
import { withPath } from '../read/validate.ts';
import type { Path, PlacedYaml } from '../read/yaml.ts';
import { everyText, groupAt, listAt, listRoot, mapAt, type RawItem, rootOf, textAt } from '../read/yaml-access.ts';
import type { RuleName } from '../rule-book.ts';
import { didYouMean, nearest } from '../suggest.ts';
import { isId } from '../model/scalars.ts';

/** One article as the rules see it. */
export interface ParsedArticle {
  /** What an article can hold. */
  readonly fields: Fields;
  readonly original: ParsedEdition;
  readonly translations: readonly ParsedEdition[];
  /** Absent when `sources.yaml` could not be read. */
  readonly sources?: PlacedYaml;
}

/** Looks at one article, or at one file, and reports what is wrong with it. */
export type Rule<On = ParsedArticle> = (on: On, report: Report) => void;

/** What a rule says, under its own id unless it names another. */
export interface Say {
  /** A problem with the value at a path, or with what holds it where it is missing. */
  at(yaml: PlacedYaml, path: Path, message: string, id?: RuleName): void;
  /** A problem with what stands at a path, whose sentence needs no path; or with its key. */
  whole(yaml: PlacedYaml, path: Path, message: string): void;
  /** A problem with a key. */
  atKey(yaml: PlacedYaml, path: Path, message: string, id?: RuleName): void;
  /** A problem with the prose, at an offset into it. */
  inProse(edition: ParsedEdition, offset: number, message: string, id?: RuleName): void;
}

/** Makes a rule of what looks for it. */
export function rule<On = ParsedArticle>(id: RuleName, look: (on: On, say: Say) => void): Rule<On> {
  return (on, report) =>
    look(on, {
      at: (yaml, path, message, as = id) =>
        report(diagnosticAt(yaml.file, yaml.placeOf(path), withPath(path, message), as)),
      whole: (yaml, path, message) => report(diagnosticAt(yaml.file, yaml.placeOf(path), message, id)),
      atKey: (yaml, path, message, as = id) =>
        report(diagnosticAt(yaml.file, yaml.keyPlaceOf(path), withPath(path, message), as)),
      inProse: ({ file, proseStart }, offset, message, as = id) =>
        report(diagnosticAt(file, proseStart + offset, message, as)),
    });
}

/** The original and its translations. */
export function editionsOf({
  original,
  translations,
}: Pick<ParsedArticle, 'original' | 'translations'>): ParsedEdition[] {
  return [original, ...translations];
}

/** The frontmatter of an edition. */
export function factsOf(edition: ParsedEdition): RawItem {
  return rootOf(edition.yaml);
}

/** The events of an article. */
export function eventsOf({ original }: Pick<ParsedArticle, 'original'>): RawItem[] {
  return listAt(factsOf(original), 'timeline');
}

/** Every group of keys of an original that can be read, itself among them, with the fields that it may have. */
export function groupsIn(fields: Fields, item: RawItem): { readonly fields: Fields; readonly item: RawItem }[] {
  const below = Object.entries(fields).flatMap(([key, { holds }]) => {
    if (!('fields' in holds)) return [];
    const entries = holds.kind === 'map' ? [...mapAt(item, key).values()] : listAt(item, key);
    const group = holds.kind === 'group' && groupAt(item, key);
    return (group ? [group] : entries).flatMap((entry) => groupsIn(holds.fields, entry));
  });
  return [{ fields, item }, ...below];
}

/** The date at a key of an event, an update or a source, where it is one. */
export function dateOf(item: RawItem, key = 'date'): EdtfDate | undefined {
  const written = textAt(item, key);
  if (written === undefined) return undefined;
  try {
    return parseEdtf(written);
  } catch {
    // The schema reports what is no date.
    return undefined;
  }
}

/** The ids of the sources; absent when `sources.yaml` could not be read as a list. */
export function knownSources({ sources }: ParsedArticle): KnownIds | undefined {
  return sources && KnownIds.ofItems(listRoot(sources));
}

/** The citations in an edition's prose, with their offsets into it. */
export function proseCitations(edition: ParsedEdition): { id: string; offset: number }[] {
  return nodesOf(edition.prose, 'footnoteReference').map((node) => ({
    id: citedId(node),
    offset: node.position?.start.offset ?? 0,
  }));
}

/** The most characters of a short text that are looked into: longer ones are reported by the schema. */
export const LONGEST_TEXT = 2_000;

/** A citation in a short text of the frontmatter. */
export interface TextCitation {
  path: Path;
  id: string;
}

const found = new WeakMap<ParsedEdition, readonly TextCitation[]>();

/** The citations in an edition's short texts; several rules ask for them, and reading them takes a parser. */
export function textCitations(edition: ParsedEdition): readonly TextCitation[] {
  const known = found.get(edition);
  if (known) return known;
  const citations = everyText(edition.yaml.value).flatMap(({ path, text }) =>
    text.includes('[^') && text.length <= LONGEST_TEXT
      ? citedIn(readInline(text, () => {})).map((id) => ({ path, id }))
      : [],
  );
  found.set(edition, citations);
  return citations;
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
  return `${file.path.split('/').at(-1)}:${lineAt(file, offset)}`;
}

/** The ids that a list or a map gives, as far as it can be read. */
export class KnownIds {
  readonly all: ReadonlySet<string>;
  /** Whether something in the list has no id, or a malformed one, so that a reference may mean it. */
  private readonly incomplete: boolean;
  /** Ids that are reported as malformed. */
  private readonly malformed: readonly string[];

  constructor(ids: readonly (string | undefined)[]) {
    this.all = new Set(ids.filter((id) => id !== undefined));
    this.malformed = [...this.all].filter((id) => !isId(id));
    this.incomplete = ids.includes(undefined) || this.malformed.length > 0;
  }

  /** The ids of list items. */
  static ofItems(items: readonly RawItem[]): KnownIds {
    return new KnownIds(items.map((item) => textAt(item, 'id')));
  }

  /**
   * What to say of an id that is not among them. Nothing when the slip is theirs and was reported
   * there: an item without an id, or with one that is misspelt.
   */
  refusal(id: string | undefined, noun: string): string | undefined {
    if (id === undefined || this.all.has(id)) return undefined;
    if (nearest(id.toLowerCase(), this.malformed) !== undefined) return undefined;
    const hint = didYouMean(id, this.all);
    if (this.incomplete && !hint) return undefined;
    return `"${id}" is not the id of ${noun}${hint}`;
  }
}

/** The ids of the list at a key; absent when the value there is no list. */
export function idsInList(item: RawItem, key: string): KnownIds | undefined {
  const value = Object.hasOwn(item.value, key) ? item.value[key] : [];
  return Array.isArray(value) ? KnownIds.ofItems(listAt(item, key)) : undefined;
}

/** The ids of the map at a key; absent when there is none. */
export function idsInMap(item: RawItem, key: string): KnownIds | undefined {
  const group = groupAt(item, key);
  return group && new KnownIds(Object.keys(group.value));
}
