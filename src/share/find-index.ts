import { strToU8, zlibSync } from 'fflate';
import { byStart } from '../dates/compare.ts';
import { type CalendarDate, formatEdtf, monthOf } from '../dates/edtf.ts';
import { formatDate, shortDate, textOf } from '../dates/format.ts';
import type { Page } from '../story/page.ts';
import { monthAnchor } from '../story/shelf.ts';
import type { Story } from '../story/story.ts';
import { plainText } from '../text/rich-text.ts';
import type { FindStory } from './find.ts';

type Words = Pick<Page, 'link' | 't'>;

/**
 * What the find page searches.
 *
 * @param stories in one language
 */
export function findIndex(stories: readonly Story[], { link, t }: Words): FindStory[] {
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
  return stories.map((story) => ({
    title: oneLine(story.titleText),
    href: articleOf(story, link),
    date: `${t.page.updated}: ${formatDate(story.modified.date, t)}`,
    topics: story.topics.map(({ name }) => oneLine(name)),
    named: [
      ...story.people.map((person) => [`${person.anchor}`, oneLine(nameOf(person)), t.find.person] as const),
      ...story.terms.map(({ anchor, term }) => [`${anchor}`, oneLine(plainText(term)), t.find.term] as const),
    ],
    // A time of day would say nothing without its clock.
    moments: story.moments.map(({ event: { id, when, plain } }) => {
      return [id, oneLine(plain.title), textOf(when.date), oneLine(plain.place ?? '')] as const;
    }),
  }));
}

/** An index as a page holds it: JSON, deflated (RFC 1950) by a library that writes the same bytes everywhere, in Base64. */
export function packIndex(index: readonly FindStory[]): string {
  return Buffer.from(zlibSync(strToU8(JSON.stringify(index)), { level: 9 })).toString('base64');
}

/** A name in the printed index, and where it stands: in each story at once, or on some of its days. */
interface Entry {
  readonly id?: string;
  readonly name: string;
  readonly stories: {
    readonly title: string;
    readonly href?: string;
    readonly days: readonly { readonly date: string; readonly href: string }[];
  }[];
}

/**
 * The index as a book has one: names in the order of the alphabet, months from the newest on.
 *
 * @param stories in one language
 */
export function printedIndex(stories: readonly Story[], { link, t }: Words): { title: string; entries: Entry[] }[] {
  const [people, places, subjects, months] = Array.from({ length: 4 }, () => new Map<string, Entry>()) as [
    ...[Map<string, Entry>, Map<string, Entry>, Map<string, Entry>, Map<string, Entry>],
  ];
  const dates = new Map<string, CalendarDate>();
  const entryIn = (section: Map<string, Entry>, key: string, entry: Omit<Entry, 'stories'>): Entry['stories'] => {
    const known = section.get(key) ?? { ...entry, stories: [] };
    section.set(key, known);
    return known.stories;
  };
  for (const story of stories) {
    const [title, article] = [story.titleText, articleOf(story, link)];
    for (const person of story.people)
      entryIn(people, nameOf(person), { name: nameOf(person) }).push({
        title,
        href: `${article}#${person.anchor}`,
        days: [],
      });
    for (const { name } of story.topics) entryIn(subjects, name, { name }).push({ title, href: article, days: [] });
    for (const { event } of story.moments) {
      const [href, month] = [`${article}#${event.id}`, monthOf(event.date)];
      const { place } = event.plain;
      if (place !== undefined) {
        const there = entryIn(places, place, { name: place });
        // The first moment there leads on to the next.
        if (there.at(-1)?.title !== title) there.push({ title, href, days: [] });
      }
      const key = formatEdtf(month);
      dates.set(key, month);
      const then = entryIn(months, key, { id: monthAnchor(month), name: formatDate(month, t) });
      const day = { date: shortDate(event.date, t, month.year), href };
      const last = then.at(-1);
      if (last?.title !== title) then.push({ title, days: [day] });
      // The first moment of a day leads on to the next.
      else if (last.days.at(-1)?.date !== day.date) then.splice(-1, 1, { ...last, days: [...last.days, day] });
    }
  }
  const inOrder = new Intl.Collator(t.locale).compare;
  const named = (section: Map<string, Entry>): Entry[] =>
    [...section.values()].toSorted((a, b) => inOrder(a.name, b.name));
  const newestFirst = [...dates].toSorted(([, a], [, b]) => byStart(b, a)).flatMap(([key]) => months.get(key) ?? []);
  return [
    { title: t.story.people, entries: named(people) },
    { title: t.find.places, entries: named(places) },
    { title: t.shelf.topics, entries: named(subjects) },
    { title: t.find.months, entries: newestFirst },
  ].filter(({ entries }) => entries.length > 0);
}

function articleOf({ lang, slug }: Story, link: Page['link']): string {
  return link({ kind: 'article', lang, slug });
}

/** The name of a person, with the other one where there is one: `Hong Gil-dong (홍길동)`. */
function nameOf({ name, otherName }: Story['people'][number]): string {
  return plainText(name) + (otherName ? ` (${plainText(otherName.text)})` : '');
}
