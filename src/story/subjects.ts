import type { Original } from '../content/model/article.ts';
import { type Author, authorAnchor, type Site, type Topic } from '../content/model/site.ts';
import { mainName } from '../dates/zone.ts';
import { plainText } from '../text/rich-text.ts';
import { siteText } from './page.ts';

/** An entry of a list of the site, in one language. */
type InLanguage<Entry> = {
  readonly [Key in keyof Entry]: Entry[Key] extends string ? Entry[Key] : string | OrNone<Entry[Key]>;
};

type OrNone<Value> = undefined extends Value ? undefined : never;

export type StoryAuthor = InLanguage<Author>;

export type StoryTopic = InLanguage<Topic>;

/**
 * Where more is said of an author: at an address of their own, or in the list of the about page.
 *
 * @param about the address of that page
 */
export function authorUrl({ id, url }: Pick<StoryAuthor, 'id' | 'url'>, about: string): string {
  return url ?? `${about}#${authorAnchor(id)}`;
}

/** The names that a story is signed with: those of its authors, or the site's where nobody else is named. */
export function authorNames({ authors }: { readonly authors: readonly StoryAuthor[] }, { name }: Site): string[] {
  return authors.length > 0 ? authors.map((author) => author.name) : [name];
}

/** Entries of a list of the site in one language. */
export function inLanguage<Entry extends object>(entries: readonly Entry[], lang: string): InLanguage<Entry>[] {
  return entries.map(
    (entry) =>
      Object.fromEntries(
        Object.entries(entry).map(([key, text]) => [key, siteText(text as Parameters<typeof siteText>[0], lang)]),
      ) as InLanguage<Entry>,
  );
}

/** The entries that a story names, in its order. */
export function namedIn<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  ids: readonly string[] = [],
  lang: string,
): InLanguage<Entry>[] {
  const named = ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  return inLanguage(named, lang);
}

/** Something that stories have in common: the same in each of them by its key. */
export interface Subject {
  readonly key: string;
  /** What the story calls it. */
  readonly name: string;
}

/**
 * What a story is about: its topics, its people and its places.
 *
 * @param facts as an edition tells them
 * @param original as the original tells them: people and places are the same by the names that they
 *   have there, places of one name by their time zones, too
 */
export function subjectsOf(topics: readonly StoryTopic[], facts: Original, original: Original): Subject[] {
  const people = original.people?.map(({ name, nativeName = '' }, at): Subject => {
    return { key: `person ${plainText(name)} ${nativeName}`, name: plainText(facts.people?.[at]?.name ?? name) };
  });
  const places = Object.entries(original.places).map(([id, { name, timeZone }]): Subject => {
    return { key: `place ${plainText(name)} ${mainName(timeZone)}`, name: plainText(facts.places[id]?.name ?? name) };
  });
  return [...topics.map(({ id, name }) => ({ key: `topic ${id}`, name })), ...(people ?? []), ...places];
}
