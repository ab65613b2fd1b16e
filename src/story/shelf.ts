import { byStart, dayNumber, instantOf } from '../dates/compare.ts';
import { type CalendarDate, type EdtfDate, formatEdtf, monthOf } from '../dates/edtf.ts';
import { extentOf } from '../dates/interval.ts';
import { fill, listInWords, type Messages } from '../i18n/messages.ts';
import type { Update } from '../content/model/article.ts';
import type { RichText } from '../text/rich-text.ts';
import type { Story } from './story.ts';
import type { StoryTopic } from './subjects.ts';
import type { EventPage } from './timeline.ts';

/** The stories that the page of one leads on to. */
export interface Neighbours {
  /** Those that it goes on from, and those that go on from it, as their editors said. */
  readonly earlier: readonly Story[];
  readonly later: readonly Story[];
  /** Where nobody said so, those with most in common with it, each with the reason in words. */
  readonly alike: readonly { readonly story: Story; readonly reason: string }[];
}

const MOST_ALIKE = 3;

/** Of a thing that more stories share these are the newest: where it is in all of them it tells nothing apart. */
const MOST_SHARING = 200;

/**
 * Finds the neighbours of every story. The work grows with the stories and not with their pairs: each looks at those
 * alone that share something with it.
 *
 * @param stories in one language, newest update first
 * @returns by slug; a story that leads on to none is left out
 */
export function neighboursOf(stories: readonly Story[], words: Messages): Map<string, Neighbours> {
  const bySlug = new Map(stories.map((story) => [story.slug, story]));
  const later = Map.groupBy(
    stories.flatMap((story) => story.earlier.map((slug) => ({ slug, story }))),
    ({ slug }) => slug,
  );
  const sharing = Map.groupBy(
    stories.flatMap(({ subjects }, index) => subjects.map(({ key }) => ({ key, index }))),
    ({ key }) => key,
  );
  const found = stories.map((story, index): [string, Neighbours] => {
    const before = story.earlier.flatMap((slug) => bySlug.get(slug) ?? []);
    const after = (later.get(story.slug) ?? []).map((step) => step.story);
    const isTold = before.length + after.length > 0;
    return [story.slug, { earlier: before, later: after, alike: isTold ? [] : alike(story, index) }];
  });
  return new Map(found.filter(([, lists]) => Object.values(lists).some(({ length }) => length > 0)));

  function alike(story: Story, index: number): Neighbours['alike'] {
    const shared = new Map<number, string[]>();
    for (const { key, name } of story.subjects)
      for (const { index: other } of (sharing.get(key) ?? []).slice(0, MOST_SHARING))
        if (other !== index) shared.set(other, [...(shared.get(other) ?? []), name]);
    return [...shared]
      .toSorted(([a, ours], [b, theirs]) => theirs.length - ours.length || a - b)
      .slice(0, MOST_ALIKE)
      .map(([other, names]) => ({
        story: stories[other] as Story,
        reason: fill(words.shelf.alsoAbout, { subjects: listInWords([...new Set(names)].slice(0, 3), words) }),
      }));
  }
}

/** A topic of which something is published. */
export interface ShelfTopic extends StoryTopic {
  /** Newest update first. */
  readonly stories: readonly Story[];
}

/**
 * The topics of some stories.
 *
 * @param stories in one language, newest update first
 * @param order the ids of all topics, in the order of the list
 */
export function topicsOf(stories: readonly Story[], order: readonly string[]): ShelfTopic[] {
  const known = new Map<string, StoryTopic & { stories: Story[] }>();
  for (const story of stories)
    for (const topic of story.topics) {
      const those = known.get(topic.id);
      if (those) those.stories.push(story);
      else known.set(topic.id, { ...topic, stories: [story] });
    }
  return order.flatMap((id) => known.get(id) ?? []);
}

/** A moment among those of other stories. */
export interface ShelfMoment extends EventPage {
  readonly story: Story;
}

/**
 * The moments of several stories on one timeline, by the year in which they start. Those of one story keep its order.
 *
 * @returns by that year, as exactly as it is known: of a decade alone that is the decade
 */
export function momentsByYear(stories: readonly Story[]): Map<string, ShelfMoment[]> {
  const moments = stories.flatMap((story) => {
    let latest = -Infinity;
    return story.moments.map((moment) => {
      latest = Math.max(latest, startOn(moment.event.date));
      return { at: latest, moment: { ...moment, story } };
    });
  });
  const inOrder = moments.toSorted((a, b) => a.at - b.at).map(({ moment }) => moment);
  return Map.groupBy(inOrder, ({ event }) => formatEdtf(yearOf(event.date)));
}

/** When a date starts, in seconds since 1970-01-01T00:00Z; one whose start is open starts with its end. */
function startOn(date: EdtfDate): number {
  return date.kind === 'time' ? instantOf(date) : extentOf(date).from * 86_400;
}

function yearOf(date: EdtfDate): CalendarDate {
  const { year, unspecified } = monthOf(date);
  return { kind: 'date', year, ...(unspecified && { unspecified }) };
}

/** The months in which something happened, newest first; the years where no month is known. */
export function monthsOf(stories: readonly Story[]): CalendarDate[] {
  const months = stories.flatMap(({ moments }) => moments.map(({ event }) => monthOf(event.date)));
  const each = new Map(months.map((month) => [formatEdtf(month), month]));
  return [...each.values()].toSorted((a, b) => byStart(b, a));
}

/** The anchor of a month in the index of the find page. */
export function monthAnchor(month: CalendarDate): string {
  return `month-${formatEdtf(month)}`;
}

/** Something that changed in a story. */
export interface Change extends Update {
  readonly story: Story;
  /** Tells it from the others of its day. */
  readonly number: number;
}

/** Every update of some stories, newest first. */
export function changesOf(stories: readonly Story[]): Change[] {
  return stories
    .flatMap((story) => {
      const ofDay = new Map<string, number>();
      // From the oldest on, since what is added later must not change what was before.
      return story.changes.toReversed().map((change) => {
        const day = formatEdtf(change.date);
        const number = (ofDay.get(day) ?? 0) + 1;
        ofDay.set(day, number);
        return { ...change, story, number };
      });
    })
    .toReversed()
    .toSorted((a, b) => byStart(b.date, a.date));
}

/** What changed; of a correction also what it said before, as a deletion, and what it says now, as an insertion. */
export function changeText({ note, was, now }: Pick<Update, 'note' | 'was' | 'now'>, words: Messages): RichText {
  const told = (label: string, tag: string, children: RichText): RichText => [
    ` ${label} `,
    { type: 'element', tag, children },
  ];
  const t = words.corrections;
  return [...note, ...(was ? told(t.was, 'del', was) : []), ...(now ? told(t.now, 'ins', now) : [])];
}

/** The corrections among changes that were made in the 365 days before the newest of them. */
export function correctionsOfTheYear(changes: readonly Change[]): Change[] {
  const [newest] = changes;
  return changes.filter(({ kind, date }) => kind && newest && dayNumber(newest.date) - dayNumber(date) <= 365);
}

/** What the home page has beside its list of stories. */
export interface Front {
  readonly topics: readonly ShelfTopic[];
  /** Newest first. */
  readonly months: readonly CalendarDate[];
  readonly changes: readonly Change[];
}
