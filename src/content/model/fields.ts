import { z } from 'zod';
import { citedIn } from '../../text/rich-text.ts';
import { breaks } from '../rule-book.ts';
import { headline as headlineSchema, text as textSchema } from './text.ts';
import { citedSources, id } from './scalars.ts';

/**
 * The kinds of fields that an article is made of. A field states once how its value is written in the original
 * and in a translation, and what it means to whoever walks an article: the rules, the joining of languages, the
 * page's contents, the guide.
 */
export interface Field<
  Original extends z.ZodType = z.ZodType,
  Translated extends z.ZodType | undefined = z.ZodType | undefined,
  Held extends Holds = Holds,
> {
  /** How the original edition writes it. */
  readonly original: Original;
  /** How a translation writes it; absent for a fact, which no translation can state. */
  readonly translated: Translated;
  /** Whether the original may leave it out. */
  readonly isOptional: boolean;
  readonly holds: Held;
  /** The section of the page that its entries stand in. */
  readonly section?: Section;
}

/** Fields by their keys, in page order. */
export type Fields = Readonly<Record<string, Field>>;

/** What a field holds. */
export type Holds =
  | { readonly kind: 'fact' }
  /** The id of an entry of another part of the article. */
  | { readonly kind: 'ref'; readonly to: string }
  /** Ids of sources. */
  | { readonly kind: 'sources' }
  | ({ readonly kind: 'words' } & Words)
  /** Texts in order, each cited; a translation gives as many. */
  | { readonly kind: 'texts'; readonly fewest: number; readonly most: number }
  | { readonly kind: 'group'; readonly fields: Fields }
  /** Entries by id in a translation: a list in the original, or with `kind: 'map'` by id there as well. */
  | ({ readonly kind: 'list' | 'map'; readonly fields: Fields } & Entries)
  /** Entries without ids, in order; a translation gives the one text `note` of each. */
  | { readonly kind: 'log'; readonly fields: Fields; readonly note: string };

interface Words {
  /** Whether a citation or a link may stand in it. */
  readonly isHeadline: boolean;
  /**
   * What the words are to a reader who meets an abbreviation: `name` and `definition` explain those in them, `text`
   * and `definition` must not hold one that nothing explains.
   */
  readonly role: 'text' | 'name' | 'definition' | 'figure';
  /** The values of another key of the entry with which the text may be left out; with others it is required. */
  readonly freeWith?: { readonly key: string; readonly values: readonly string[] };
}

/** How the entries of a list or a map are spoken of and linked to. */
export interface Entries {
  /** With its article, as messages name one: `a place`. */
  readonly noun?: string;
  /** What an entry's anchor starts with, before its id; without it an entry has none. */
  readonly anchor?: string;
}

/** A section of the page, under a heading of its own. */
export interface Section<Name extends string = string, InContents extends boolean = boolean> {
  /** The last part of its anchor. */
  readonly name: Name;
  /** Whether the table of contents lists it. */
  readonly inContents: InContents;
}

type TextSchema = ReturnType<typeof textSchema>;

/** What the schemas make of a short text. */
export type Text = z.output<TextSchema>;

/** A text that becomes a heading, a link or a label: without citations and links of its own. */
export function headline(says: string, longest?: number, role: Words['role'] = 'text') {
  const schema = headlineSchema(longest);
  return field(schema.describe(says), inItsPlace(schema, longest), { kind: 'words', isHeadline: true, role });
}

/** The headline of something that has a name: it explains its abbreviation. */
export function name(says: string) {
  return headline(says, undefined, 'name');
}

/** A short text of running words. */
export function text(says: string, longest?: number, words: Partial<Omit<Words, 'isHeadline'>> = {}) {
  const schema = textSchema(longest);
  return field(schema.describe(says), inItsPlace(schema, longest), {
    kind: 'words',
    isHeadline: false,
    role: 'text',
    ...words,
  });
}

/** What every edition shows as the original states it. */
export function fact<Schema extends z.ZodType>(schema: Schema, says: string) {
  return field(schema.describe(says), undefined, { kind: 'fact' });
}

/** The id of an entry of the part `to`. */
export function ref<To extends string>(to: To, says: string) {
  return field(id.describe(says), undefined, { kind: 'ref', to });
}

/** The sources that carry an entry: at least one. */
export function sources(says = 'Ids of sources: at least one.') {
  return field(citedSources.describe(says), undefined, { kind: 'sources' });
}

/** Texts in order, each of which cites a source. */
export function citedTexts(says: string, fewest: number, most: number, noun: string) {
  const cited = textSchema().refine((value) => citedIn(value).length > 0, {
    ...breaks('uncited'),
    error: 'cites no source; end it with one, as in [^source-id]',
  });
  const schema = z
    .array(cited)
    .min(fewest, `has fewer than ${fewest} ${noun}; write ${fewest} to ${most}`)
    .max(most, `has more than ${most} ${noun}; write ${fewest} to ${most}`);
  return field(schema.describe(says), schema.optional().describe("In the original's order."), {
    kind: 'texts',
    fewest,
    most,
  });
}

/** One group of keys. */
export function group<Of extends Fields>(says: string, fields: Of) {
  return field(
    originalOf(fields).describe(says),
    translated(fields, (texts) => texts.optional().describe('Its words.')),
    { kind: 'group', fields },
  );
}

type Bound = readonly [count: number, message: string];

/**
 * A list of entries, which a translation names by their ids.
 *
 * @param atLeast how many there are, and what to say where there are fewer
 * @param atMost the same where there are more
 */
export function list<Of extends Fields>(
  says: string,
  fields: Of,
  entries: Entries & { readonly atLeast?: Bound; readonly atMost?: Bound } = {},
) {
  const { atLeast, atMost, ...rest } = entries;
  const any = z.array(originalOf(fields));
  const some = atLeast ? any.min(...atLeast) : any;
  return field((atMost ? some.max(...atMost) : some).describe(says), byId(fields), {
    kind: 'list',
    fields,
    ...rest,
  });
}

/** Entries by id. */
export function map<Of extends Fields>(says: string, fields: Of, entries: Entries = {}) {
  return field(z.record(id, originalOf(fields)).describe(says), byId(fields), { kind: 'map', fields, ...entries });
}

/**
 * Entries without ids, in order.
 *
 * @param note the key of the one text in each that a translation gives
 * @param empty what to say where there is none
 */
export function log<Of extends Fields>(says: string, fields: Of, note: keyof Of & string, empty: string) {
  return field(
    z.array(originalOf(fields)).min(1, empty).describe(says),
    z.array(textSchema()).optional().describe(`The ${note}s, in the original's order.`),
    { kind: 'log', fields, note },
  );
}

/** A field that the original may leave out. */
export function optional<Original extends z.ZodType, Translated extends z.ZodType | undefined, Held extends Holds>(
  of: Field<Original, Translated, Held>,
): Field<z.ZodOptional<Original>, OptionalOf<Translated>, Held> {
  // TypeScript cannot see that the condition below is the one of the type.
  const words = of.translated?.optional() as OptionalOf<Translated>;
  return { ...of, original: of.original.optional(), translated: words, isOptional: true };
}

type OptionalOf<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.ZodOptional<Schema> : undefined;

/** A field that is shown in a section of the page; the first of several gives the section its place. */
export function inSection<Of extends Field, Name extends string, InContents extends boolean = true>(
  sectionName: Name,
  of: Of,
  inContents: InContents = true as InContents,
): Of & { readonly section: Section<Name, InContents> } {
  return { ...of, section: { name: sectionName, inContents } };
}

type OriginalShape<Of extends Fields> = { -readonly [Key in keyof Of]: Of[Key]['original'] };

type TranslatedShape<Of extends Fields> = {
  -readonly [Key in keyof Of as Of[Key]['translated'] extends z.ZodType ? Key : never]: Extract<
    Of[Key]['translated'],
    z.ZodType
  >;
};

/** The schema of an original's fields. */
export function originalOf<Of extends Fields>(fields: Of) {
  return z.strictObject(mapFields(fields, ({ original }) => original) as OriginalShape<Of>);
}

/** The schema of a translation's fields: those of the original that hold words. */
export function translationOf<Of extends Fields>(fields: Of) {
  return z.strictObject(mapFields(fields, ({ translated }) => translated) as TranslatedShape<Of>);
}

function inItsPlace<Schema extends TextSchema>(schema: Schema, longest: number | undefined): Schema {
  return schema.describe(longest === undefined ? "In the place of the original's." : `At most ${longest} characters.`);
}

function byId<Of extends Fields>(fields: Of) {
  return translated(fields, (texts) => z.record(id, texts).optional().describe("By the original's ids."));
}

/** A schema over the words of some fields; none where they hold none. */
function translated<Of extends Fields, Schema extends z.ZodType>(
  fields: Of,
  schema: (texts: ReturnType<typeof translationOf<Of>>) => Schema,
): WordsIn<Of, Schema> {
  const holdsWords = Object.values(fields).some(({ translated: words }) => words !== undefined);
  return (holdsWords ? schema(translationOf(fields)) : undefined) as WordsIn<Of, Schema>;
}

type WordsIn<Of extends Fields, Schema> = keyof TranslatedShape<Of> extends never ? undefined : Schema;

function mapFields<Result>(fields: Fields, of: (field: Field) => Result | undefined): Record<string, Result> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      const result = of(value);
      return result === undefined ? [] : [[key, result]];
    }),
  );
}

function field<Original extends z.ZodType, Translated extends z.ZodType | undefined, const Held extends Holds>(
  original: Original,
  words: Translated,
  holds: Held,
): Field<Original, Translated, Held> {
  return { original, translated: words, isOptional: false, holds };
}
