import { z } from 'zod';
import { citedIn } from '../../text/rich-text.ts';
import { breaks } from '../rule-book.ts';
import {
  citedSources,
  headline as headlineSchema,
  id,
  mapKey,
  named,
  type NONE,
  text as textSchema,
} from './scalars.ts';

/**
 * The kinds of fields that an article is made of. A field states once how its value is written in the original
 * and in a translation, and what it means to whoever walks an article: the rules, the joining of languages, the
 * page's contents, the guide.
 */
export interface Field<
  Original extends z.ZodType = z.ZodType,
  Translated extends z.ZodType | undefined = z.ZodType | undefined,
  Shown extends OnPage = OnPage,
  Held extends Holds = Holds,
> {
  /** How the original edition writes it. */
  readonly original: Original;
  /** How a translation writes it; absent for a fact, which no translation can state. */
  readonly translated: Translated;
  readonly holds: Held;
  readonly onPage: Shown;
  /** The same field, which the original may leave out. */
  optional(): Field<z.ZodOptional<Original>, OptionalOf<Translated>, Shown, Held>;
}

/** Fields by their keys, in page order. */
export type Fields = Readonly<Record<string, Field>>;

/** How a field and its entries are spoken of, linked to and counted. */
export interface OnPage {
  /** What an entry is, with its article, as messages name one: `a place`. */
  readonly noun?: string;
  /** What an entry's anchor starts with, before its id; without it an entry has none. */
  readonly anchor?: string;
  /** The section under a heading of its own that it is shown in: the last part of the section's anchor. */
  readonly section?: string;
  /** The directive that puts the part where it stands in the prose. */
  readonly directive?: string;
  /**
   * The directive that puts an entry there by its id. A part with a section of its own keeps the entry there, and the
   * directive only points to it; without one, the entry stands there alone.
   */
  readonly entryDirective?: string;
  /** How many entries it takes for the section; one, unless it says otherwise. */
  readonly sectionFrom?: number;
  /** Whether the table of contents leaves its section out. */
  readonly isUnlisted?: boolean;
  /** How many entries there are at least, and what to say where there are fewer. */
  readonly atLeast?: readonly [count: number, message: string];
  /** The same where there are more. */
  readonly atMost?: readonly [count: number, message: string];
}

/** What a field holds. */
export type Holds =
  | { readonly kind: 'fact' }
  /** The id of an entry of another part of the article, or the word for none of them; ids of several. */
  | { readonly kind: 'ref'; readonly to: string; readonly none?: typeof NONE }
  | { readonly kind: 'refs'; readonly to: string }
  /** Ids of sources, whose numbers stand behind a text of the entry; of a single one an editor writes the id alone. */
  | { readonly kind: 'sources'; readonly behind?: string; readonly isOne?: true }
  | ({ readonly kind: 'words' } & Words)
  /** Texts in order, each cited; a translation gives as many. */
  | { readonly kind: 'texts'; readonly fewest: number; readonly most: number }
  | { readonly kind: 'group'; readonly fields: Fields }
  /** Entries by id in a translation: a list in the original, or with `kind: 'map'` by id there as well. */
  | { readonly kind: 'list' | 'map'; readonly fields: Fields }
  /** Entries without ids, in order; a translation gives the words of each, or the text `note` alone. */
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
  /**
   * The keys of the sibling facts that it translates, the words and their language: an edition in that language needs no
   * such text, and each in another gives its own.
   */
  readonly translates?: { readonly words: string; readonly language: string };
}

type TextSchema = ReturnType<typeof textSchema>;

/** What the schemas make of a short text. */
export type Text = z.output<TextSchema>;

/** A text that becomes a heading, a link or a label: without citations and links of its own. */
export function headline(says: string, longest?: number, role: Words['role'] = 'text') {
  return words(headlineSchema(longest), says, longest, { isHeadline: true, role });
}

/** The headline of something that has a name: it explains its abbreviation. */
export function name(says: string) {
  return headline(says, undefined, 'name');
}

/** A short text of running words. */
export function text(says: string, longest?: number, more: Partial<Omit<Words, 'isHeadline'>> = {}) {
  return words(textSchema(longest), says, longest, { isHeadline: false, role: 'text', ...more });
}

function words(schema: TextSchema, says: string, longest: number | undefined, holds: Words) {
  const inItsPlace = longest === undefined ? "In the place of the original's." : `At most ${longest} characters.`;
  return field(schema.describe(says), schema.describe(inItsPlace), { kind: 'words', ...holds });
}

/** What every edition shows as the original states it. */
export function fact<Schema extends z.ZodType>(schema: Schema, says: string) {
  return field(schema.describe(says), undefined, { kind: 'fact' });
}

/** The id of an entry of the part `to`, or a word for none of them. */
export function ref<To extends string>(to: To, says: string, none?: typeof NONE) {
  return field(named.describe(says), undefined, { kind: 'ref', to, ...(none && { none }) });
}

/** Ids of entries of the part `to`. */
export function refs<To extends string>(to: To, says: string) {
  return field(z.array(named).describe(says), undefined, { kind: 'refs', to });
}

/**
 * The sources that carry an entry: at least one.
 *
 * @param behind the key of the entry's text that the page shows their numbers behind
 */
export function sources(behind: string, says = 'Ids of sources: at least one.') {
  return field(citedSources.describe(says), undefined, { kind: 'sources', behind });
}

/** The one source that an entry comes from. */
export function source(says: string) {
  return field(named.transform((id) => [id]).describe(says), undefined, { kind: 'sources', isOne: true });
}

/** Texts in order, each of which cites a source. */
export function citedTexts<const Shown extends OnPage>(
  { fewest, most, nouns, ...onPage }: Shown & { fewest: number; most: number; nouns: string },
  says: string,
) {
  const cited = textSchema().refine((value) => citedIn(value).length > 0, {
    ...breaks('uncited'),
    error: 'cites no source; end it with one, as in [^source-id]',
  });
  const several = <Item extends z.ZodType>(item: Item) =>
    z.array(item).max(most, `has more than ${most} ${nouns}; write ${fewest} to ${most}`);
  const schema = several(cited).min(fewest, `has fewer than ${fewest} ${nouns}; write ${fewest} to ${most}`);
  const translated = several(cited.optional()).optional().describe("In the original's order.");
  return field(schema.describe(says), translated, { kind: 'texts', fewest, most }, onPage as unknown as Shown);
}

/** One group of keys. */
export function group<Of extends Fields, const Shown extends OnPage>(onPage: Shown, says: string, fields: Of) {
  const its = translated(fields, (texts) => texts.optional().describe('Its words.'));
  return field(originalOf(fields).describe(says), its, { kind: 'group', fields }, onPage);
}

/** A list of entries, which a translation names by their ids. */
export function list<Of extends Fields, const Shown extends OnPage>(onPage: Shown, says: string, fields: Of) {
  const all = z.array(originalOf(fields));
  const some = onPage.atLeast ? all.min(...onPage.atLeast) : all;
  const schema = onPage.atMost ? some.max(...onPage.atMost) : some;
  return field(schema.describe(says), byId(fields), { kind: 'list', fields }, onPage);
}

/** Entries by id. */
export function map<Of extends Fields, const Shown extends OnPage>(onPage: Shown, says: string, fields: Of) {
  const [most, error] = onPage.atMost ?? [Infinity, ''];
  const schema = z.record(mapKey, originalOf(fields)).refine((entries) => Object.keys(entries).length <= most, {
    ...{ ...breaks('list-length'), error },
  });
  return field(schema.describe(says), byId(fields), { kind: 'map', fields }, onPage);
}

/**
 * Entries without ids, in order.
 *
 * @param onPage with `note`, the key of the text that a translation gives alone where an entry has no other, and
 *   `empty`, what to say where there is none
 */
export function log<Of extends Fields, const Shown extends OnPage & { note: keyof Of & string; empty: string }>(
  onPage: Shown,
  says: string,
  fields: Of,
) {
  const { note, empty } = onPage;
  const words = z.union([textSchema(), translationOf(fields)], { error: `must be a text, or a group with a ${note}` });
  const notes = z.array(words.optional()).optional().describe(`The ${note}s, in the original's order.`);
  return field(z.array(originalOf(fields)).min(1, empty).describe(says), notes, { kind: 'log', fields, note }, onPage);
}

type OptionalOf<Schema extends z.ZodType | undefined> = Schema extends z.ZodType ? z.ZodOptional<Schema> : undefined;

type OriginalShape<Of extends Fields> = { -readonly [Key in keyof Of]: Of[Key]['original'] };

type TranslatedShape<Of extends Fields> = {
  -readonly [Key in keyof Of as Of[Key]['translated'] extends z.ZodType ? Key : never]: z.ZodOptional<
    Extract<Of[Key]['translated'], z.ZodType>
  >;
};

/** The schema of an original's fields. */
export function originalOf<Of extends Fields>(fields: Of) {
  return z.strictObject(mapFields(fields, ({ original }) => original) as OriginalShape<Of>);
}

/**
 * The schema of a translation's fields: those of the original that hold words. That a whole translation lacks none is a
 * rule's to say, which knows what the original has.
 */
export function translationOf<Of extends Fields>(fields: Of) {
  return z.strictObject(mapFields(fields, (of) => of.translated?.optional()) as TranslatedShape<Of>);
}

function mapFields<Result>(fields: Fields, of: (field: Field) => Result | undefined): Record<string, Result> {
  const results = Object.entries(fields).map(([key, value]) => [key, of(value)] as const);
  return Object.fromEntries(results.filter((entry): entry is [string, Result] => entry[1] !== undefined));
}

function byId<Of extends Fields>(fields: Of) {
  return translated(fields, (texts) => z.record(id, texts).optional().describe("By the original's ids."));
}

/** A schema over the words of some fields; none where they hold none. */
function translated<Of extends Fields, Schema extends z.ZodType>(
  fields: Of,
  schema: (texts: ReturnType<typeof translationOf<Of>>) => Schema,
) {
  const texts = translationOf(fields);
  const isEmpty = Object.keys(texts.shape).length === 0;
  return (isEmpty ? undefined : schema(texts)) as keyof TranslatedShape<Of> extends never ? undefined : Schema;
}

function field<
  Original extends z.ZodType,
  Translated extends z.ZodType | undefined,
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a field that stands in no section has none of the keys
  Shown extends OnPage = {},
  const Held extends Holds = Holds,
>(original: Original, words: Translated, holds: Held, onPage = {} as Shown): Field<Original, Translated, Shown, Held> {
  return {
    ...{ original, translated: words, holds, onPage },
    // TypeScript cannot see that the condition is the one of the type.
    optional: () => field(original.optional(), words?.optional() as OptionalOf<Translated>, holds, onPage),
  };
}
