import type { z } from 'zod';
import type { Article } from '../content/article.ts';
import { MODEL, type Original, type Place, type Side } from '../content/model/article.ts';
import type { Field, Fields, Holds, Text } from '../content/model/fields.ts';
import type { ARTICLE } from '../content/model/parts.ts';
import type { Bibliography, Citation } from './bibliography.ts';
import type { EncodedPicture } from '../pictures/encoded.ts';

type Model = typeof ARTICLE;

/** A party of the story, with the place in the palette that is its own throughout the page. */
export interface StorySide extends Side {
  /** 1 for the first that the frontmatter names, and so on. */
  readonly index: number;
}

/** The sides of a story, in the frontmatter's order. */
export function sidesOf(sides: readonly Side[] = []): StorySide[] {
  return sides.map((side, at) => ({ ...side, index: at + 1 }));
}

/** The side of an id; nothing where there is no id. */
export function sideOf(sides: readonly StorySide[], id: string | undefined): StorySide | undefined {
  return sides.find((side) => side.id === id);
}

/** The parts that the page shows in sections or by their entries, ready to be shown; a list is empty where there is none. */
export type StoryParts = { readonly [Key in PartKey]: Shown<Model[Key]> | Absent<Model[Key]> };

/** An entry of such a list. */
export type StoryEntry<Key extends PartKey> = StoryParts[Key] extends readonly (infer Entry)[] ? Entry : never;

/** The key of a part that the page shows in a section, or by entries with anchors. */
export type PartKey = {
  [Key in keyof Model]: Model[Key] extends { onPage: { section: string } | { anchor: string } } ? Key : never;
}[keyof Model];

type Absent<Of extends Field> = Of['holds'] extends { kind: 'list' }
  ? never
  : Extract<z.output<Of['original']>, undefined>;

/** What a page shows of a field. */
type Shown<Of extends Field> = ShownKinds<Of['holds'], NonNullable<z.output<Of['original']>>>[Of['holds']['kind']];

interface ShownKinds<Held extends Holds, Value> {
  readonly fact: Value;
  /** The side or the place itself; the anchor of an entry of any other part. */
  readonly ref: Held extends { to: infer To extends keyof ShownRefs } ? ShownRefs[To] : string;
  readonly refs: readonly string[];
  readonly sources: readonly Citation[];
  readonly words: Text;
  readonly texts: readonly Text[];
  readonly group: ShownFields<Held, Value>;
  readonly list: Value extends readonly (infer Entry)[] ? readonly ShownFields<Held, Entry>[] : never;
  readonly log: this['list'];
  readonly map: Value;
}

interface ShownRefs {
  readonly sides: StorySide;
  readonly places: Place;
}

type ShownFields<Held, Values> = {
  readonly [Key in keyof Values]: Held extends { fields: Readonly<Record<Key, infer Of extends Field>> }
    ? Shown<Of>
    : never;
} & {
  /** Where links lead to it, if the model says that it has an anchor. */
  readonly anchor?: string;
};

/** What the parts of a page are numbered by, and what their refs lead to. */
export interface PartsPage {
  /** The files of the article's pictures, by their ids. */
  readonly pictures: Article['pictures'];
  readonly bibliography: Bibliography;
  readonly places: Original['places'];
  readonly sides: readonly StorySide[];
  /** Ids of the places whose clocks the editor chose. */
  readonly clocks?: Original['clocks'] | undefined;
}

/**
 * A part, ready to be shown: texts numbered in the order of their fields, sources cited, refs followed, anchors given.
 * Whoever shows several takes them in page order.
 */
export function showPart<Key extends PartKey>(key: Key, value: Original[Key], page: PartsPage): StoryParts[Key] {
  const field: Field = MODEL.fields[key];
  const isEmptyList = value === undefined && field.holds.kind === 'list';
  // TypeScript cannot follow a field to its kind.
  return (isEmptyList ? [] : value && showField(field, value, page)) as StoryParts[Key];
}

/** A picture with its file as the page shows it. */
export type StoryPicture = StoryEntry<'pictures'> & { readonly image: EncodedPicture };

/** Pictures, ready to be shown. */
export function showPictures(pictures: Original['pictures'], page: PartsPage): StoryPicture[] {
  return showPart('pictures', pictures, page).flatMap((picture) => {
    const image = page.pictures.get(picture.id);
    return image ? [{ ...picture, image }] : [];
  });
}

/** What stands at an event or a person besides, where the prose does not place it. */
export interface Beside {
  readonly quotes?: readonly StoryEntry<'quotes'>[];
  readonly pictures?: readonly StoryPicture[];
}

/** An event or a person, numbered for the page, and behind it the quotes and the pictures that stand at it. */
export function showBeside<Key extends 'timeline' | 'people'>(
  key: Key,
  entry: NonNullable<Original[Key]>[number],
  loose: Pick<Original, 'quotes' | 'pictures'>,
  page: PartsPage,
): StoryEntry<Key> & Beside {
  const quotes = key === 'timeline' ? loose.quotes?.filter(({ event }) => event === entry.id) : [];
  const pictures = loose.pictures?.filter(({ id }) => id === entry.picture);
  // TypeScript cannot follow a key to its entries.
  const [shown] = showPart(key, [entry] as never, page) as unknown as [StoryEntry<Key> & object];
  return Object.assign(shown, {
    ...(quotes?.length && { quotes: showPart('quotes', quotes, page) }),
    ...(pictures?.length && { pictures: showPictures(pictures, page) }),
  });
}

/** The parts that stand in sections below the prose by their entries, as the map does not, in the order of the list. */
export const PARTS_BELOW = Object.keys(MODEL.fields).filter(
  (key): key is Exclude<PartKey, 'keyPoints' | 'quotes' | 'pictures' | 'places' | 'journey'> =>
    !['keyPoints', 'places', 'journey'].includes(key) && MODEL.fields[key]?.onPage.section !== undefined,
);

function showFields(fields: Fields, data: object, page: PartsPage): object {
  const values = data as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) =>
      values[key] === undefined ? [] : [[key, showField(field, values[key], page, values)]],
    ),
  );
}

function showField(
  { holds, onPage }: Field,
  value: unknown,
  page: PartsPage,
  siblings: Readonly<Record<string, unknown>> = {},
): unknown {
  switch (holds.kind) {
    case 'words':
      return page.bibliography.number(value as Text);
    case 'texts':
      return (value as Text[]).map((text) => page.bibliography.number(text));
    case 'sources':
      return page.bibliography.citeBehind((siblings[holds.behind ?? ''] ?? []) as Text, value as string[]);
    case 'ref':
      return showRef(holds.to, value as string, page);
    case 'group':
      return showFields(holds.fields, value as object, page);
    case 'list':
    case 'log':
      return (value as { id?: string }[]).map((entry) => ({
        ...showFields(holds.fields, entry, page),
        ...(onPage.anchor !== undefined && { anchor: `${onPage.anchor}${entry.id}` }),
      }));
    default:
      return value;
  }
}

function showRef(to: string, id: string, { places, sides }: PartsPage): unknown {
  if (to === 'sides') return sideOf(sides, id);
  return to === 'places' ? places[id] : `${MODEL.fields[to]?.onPage.anchor ?? ''}${id}`;
}
