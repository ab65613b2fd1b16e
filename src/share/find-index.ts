import { strToU8, zlibSync } from 'fflate';
import { formatEdtf, monthOf } from '../dates/edtf.ts';
import { formatDate, shortDate, textOf } from '../dates/format.ts';
import type { Page } from '../story/page.ts';
import { monthAnchor, monthsOf } from '../story/shelf.ts';
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
    date: `${t.page.updated}: ${formatDate(story.modified, t)}`,
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
  const each = <Of>(of: (story: Story, title: string, href: string) => Of[]): Of[] =>
    stories.flatMap((story) => of(story, story.titleText, articleOf(story, link)));
  const people = each(({ people }, title, href) =>
    people.map((person) => ({ name: nameOf(person), title, href: `${href}#${person.anchor}` })),
  );
  const topics = each((story, title, href) => story.topics.map(({ name }) => ({ name, title, href })));
  const places = each(({ moments }, title, href) =>
    // The first moment there leads on to the next.
    [...Map.groupBy(moments, ({ event }) => event.plain.place)].flatMap(([name, [first]]) =>
      name !== undefined && first ? [{ name, title, href: `${href}#${first.event.id}` }] : [],
    ),
  );
  const dated = each(({ moments }, title, href) =>
    moments.map(({ event: { id, date } }) => ({ date, title, href: `${href}#${id}` })),
  );
  const inOrder = new Intl.Collator(t.locale).compare;
  const named = (uses: typeof people): Entry[] =>
    [...Map.groupBy(uses, ({ name }) => name)]
      .map(([name, those]) => ({ name, stories: those.map(({ title, href }) => ({ title, href, days: [] })) }))
      .toSorted((a, b) => inOrder(a.name, b.name));
  const byMonth = Map.groupBy(dated, ({ date }) => formatEdtf(monthOf(date)));
  const months = monthsOf(stories).map((month): Entry => {
    const daysOf = (moments: typeof dated) =>
      moments
        // A date stays in one line.
        .map(({ date, href }) => ({ date: shortDate(date, t, month.year).replaceAll(' ', '\u00a0'), href }))
        // The first moment of a day leads on to the next.
        .filter(({ date }, index, all) => date !== all[index - 1]?.date);
    const told = Map.groupBy(byMonth.get(formatEdtf(month)) ?? [], ({ title }) => title);
    return {
      ...{ id: monthAnchor(month), name: formatDate(month, t) },
      stories: [...told].map(([title, moments]) => ({ title, days: daysOf(moments) })),
    };
  });
  return [
    { title: t.story.people, entries: named(people) },
    { title: t.find.places, entries: named(places) },
    { title: t.shelf.topics, entries: named(topics) },
    { title: t.find.months, entries: months },
  ].filter(({ entries }) => entries.length > 0);
}

function articleOf({ lang, slug }: Story, link: Page['link']): string {
  return link({ kind: 'article', lang, slug });
}

/** The name of a person, with the other one where there is one: `Hong Gil-dong (홍길동)`. */
function nameOf({ name, otherName }: Story['people'][number]): string {
  return plainText(name) + (otherName ? ` (${plainText(otherName.text)})` : '');
}
