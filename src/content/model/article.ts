import { z } from 'zod';
import { type Field, type Fields, originalOf, translationOf } from './fields.ts';
import { ARTICLE } from './parts.ts';
import { flag } from './scalars.ts';
import { translatedSources } from './site.ts';

/** What an article is: its list of parts, and the schemas that are made from it. */
export type ArticleModel = ReturnType<typeof modelOf>;

/**
 * The frontmatter of an original edition holds the facts of an article, and its words in one language. That of a
 * translated edition holds words only, by the original's ids: it has no key for a date, a place's position, a status
 * or a source, so it cannot state a fact of its own.
 *
 * @param fields every part, in page order
 */
export function modelOf(fields: typeof ARTICLE) {
  const { title, ...parts } = translationOf(fields).shape;
  const sources = translatedSources.optional().describe('What readers of the edition need, by the ids of the sources.');
  const partial = flag.optional().describe('true: what is not translated yet is shown in the original language.');
  const draft = flag.optional().describe('true: the edition is shown by `npm run dev` and nowhere else.');
  return {
    fields: fields as typeof fields & Fields,
    original: originalOf(fields),
    translation: z.strictObject({ title, partial, draft, ...parts, sources }),
  };
}

/** The model that the project uses. */
export const MODEL: ArticleModel = modelOf(ARTICLE);

export type Original = z.output<ArticleModel['original']>;
export type Translation = z.output<ArticleModel['translation']>;

export type Update = Original['updates'][number];
export type Side = NonNullable<Original['sides']>[number];
export type Place = Original['places'][string];
export type Phase = NonNullable<Original['phases']>[number];
export type Event = Original['timeline'][number];
export type Person = NonNullable<Original['people']>[number];

/** The anchor of the main part of every page, which the skip link leads to. */
export const MAIN_ANCHOR = 'content';

type Parts = typeof ARTICLE;

/** The sections of the parts of which something holds on the page. */
type SectionWith<Shown> = {
  [Key in keyof Parts]: Parts[Key] extends { onPage: Shown & { section: infer Name } } ? Name : never;
}[keyof Parts];

/** The name of a section that the page can have: the last part of its anchor. */
export type SectionName = SectionWith<unknown> | 'sources';

/** The name of a section that the table of contents lists. */
export type ContentsName = Exclude<SectionName, SectionWith<{ isUnlisted: true }>>;

/** The key of a part whose entries have anchors. */
type AnchoredPart = {
  [Key in keyof Parts]: Parts[Key] extends { onPage: { anchor: string } } ? Key : never;
}[keyof Parts];

/** The anchor of an entry on the page. */
export function anchorOf(part: AnchoredPart | 'sources', id: string): string {
  return (part === 'sources' ? 'source-' : ARTICLE[part].onPage.anchor) + id;
}

/** The sections of the page that stand beside the prose, in page order. */
export function sectionsOf(fields: Fields = ARTICLE): SectionName[] {
  const named = Object.values(fields).flatMap(({ onPage }) => onPage.section ?? []);
  return [...new Set([...named, 'sources'])] as SectionName[];
}

/** What a directive of the prose places: a whole part, or one entry; or the entry of a part that it only points to. */
export interface Placement {
  readonly part: string;
  readonly kind: 'part' | 'entry' | 'pointer';
}

/** What the directives of the prose place, by their names. */
export function placementsOf(fields: Fields = ARTICLE): ReadonlyMap<string, Placement> {
  const entries = Object.entries(fields).flatMap(([part, { onPage }]): [string | undefined, Placement][] => [
    [onPage.directive, { part, kind: 'part' }],
    [onPage.entryDirective, { part, kind: onPage.section === undefined ? 'entry' : 'pointer' }],
  ]);
  return new Map(entries.filter((entry): entry is [string, Placement] => entry[0] !== undefined));
}

/**
 * The parts of an article that are shown together with one in a section, itself not among them.
 *
 * @returns those that can be placed by themselves, as the count beside the numbers, and those that go where it goes, as
 *   the journey with the places
 */
export function siblingsOf(part: string, fields: Fields = ARTICLE): { apart: string[]; along: string[] } {
  const section = fields[part]?.onPage.section;
  const all = Object.keys(fields).filter((key) => key !== part && section !== undefined);
  const beside = all.filter((key) => fields[key]?.onPage.section === section);
  const isApart = (key: string): boolean => fields[key]?.onPage.directive !== undefined;
  return { apart: beside.filter(isApart), along: beside.filter((key) => !isApart(key)) };
}

/** The anchor of a section of the page. */
export function sectionAnchor(section: SectionName): string {
  return `h-${section}`;
}

/**
 * Whether a page has a section: whether one of its parts is there.
 *
 * @param parts the parts of an article by their keys, and its `sources`
 */
export function hasSection(
  section: SectionName,
  parts: Readonly<Record<string, unknown>>,
  fields: Fields = ARTICLE,
): boolean {
  const keys = Object.keys(fields).filter((key) => fields[key]?.onPage.section === section);
  return (section === 'sources' ? ['sources'] : keys).some((key) => {
    const part = parts[key];
    return typeof part === 'object' && part && Object.keys(part).length >= (fields[key]?.onPage.sectionFrom ?? 1);
  });
}

/** Whether the table of contents lists a section. */
export function isInContents(section: SectionName): section is ContentsName {
  const parts: Field[] = Object.values(ARTICLE);
  return !parts.some(({ onPage }) => onPage.section === section && onPage.isUnlisted);
}
