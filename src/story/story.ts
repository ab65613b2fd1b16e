import type { Article, Edition } from '../content/article.ts';
import { MODEL, type Original, type Person, type Translation, type Update } from '../content/model/article.ts';
import { mapTexts } from '../content/model/walk.ts';
import type { SiteLists } from '../content/site-lists.ts';
import type { CalendarDate, ClockTime } from '../dates/edtf.ts';
import { spanInWords } from '../dates/format.ts';
import { isSameLanguage } from '../i18n/language.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Prose } from '../text/pipeline.ts';
import { nodesIn, plainText, type RichText } from '../text/rich-text.ts';
import { Bibliography, type SourceLists } from './bibliography.ts';
import { type JourneyLeg, journeyOf, type MapPlace, mapPlaces } from './journey.ts';
import { localise, localiseSources, newestFirst, newestUpdate } from './localise.ts';
import {
  type Beside,
  showPart,
  sidesOf,
  type StoryEntry,
  type StoryParts,
  type StoryPicture,
  type StorySide,
} from './parts.ts';
import { type Placed, placeParts } from './placement.ts';
import { namedIn, type StoryAuthor, type StoryTopic, type Subject, subjectsOf } from './subjects.ts';
import { type EventPage, eventPagesOf, type StoryPhase, timelineOf, type StoryEvent } from './timeline.ts';
import { resolveContentLinks } from './urls.ts';

/** An article in one language, joined and numbered: all that its page shows, in page order. */
export interface Story
  extends Omit<Placed, 'timeline' | 'people' | 'terms' | 'quotesAtEvents'>, Pick<StoryParts, 'keyPoints'>, SourceLists {
  readonly slug: string;
  /** The slug that it came out under, by which feeds and calendars know it. */
  readonly firstSlug: string;
  readonly lang: string;
  /** Every language that the article has an edition in, the original's first. */
  readonly languages: readonly string[];
  readonly title: RichText;
  readonly titleText: string;
  readonly summary: RichText;
  readonly summaryText: string;
  /** The summary for a page that lists no sources: its citations have no numbers, and are not shown. */
  readonly teaser: RichText;
  /** Whether `dev` alone shows it. */
  readonly isDraft: boolean;
  /** Who wrote it; nobody where that is the site. */
  readonly authors: readonly StoryAuthor[];
  readonly topics: readonly StoryTopic[];
  /** The slugs of the stories that it goes on from. */
  readonly earlier: readonly string[];
  /** What it can have in common with other stories. */
  readonly subjects: readonly Subject[];
  readonly published: CalendarDate | ClockTime;
  /** The newest update. */
  readonly modified: CalendarDate | ClockTime;
  readonly corrections: StoryParts['updates'];
  /** The updates for where no sources are listed, newest first: their citations are not shown. */
  readonly changes: readonly Update[];
  /** Whole minutes that the prose takes to read, in words. */
  readonly readingTime: string;
  readonly headings: Prose['headings'];
  readonly sides: readonly StorySide[];
  readonly timeline: readonly StoryPhase[];
  /** Those of the map. */
  readonly places: readonly MapPlace[];
  readonly journey: readonly JourneyLeg[];
  readonly people: readonly StoryPerson[];
  readonly terms: readonly StoryTerm[];
  /** Each event once more, as a page of its own. */
  readonly moments: readonly EventPage[];
}

/** A story as it is where some of its parts are not shown. */
export function without(story: Story, keys: readonly string[]): Story {
  return Object.fromEntries(Object.entries(story).filter(([key]) => !keys.includes(key))) as unknown as Story;
}

/** Every picture of a story's page, in page order. */
export function picturesOf({ pictures, timeline, people }: Story): StoryPicture[] {
  const beside = [...timeline.flatMap(({ events }) => events), ...people];
  return [...pictures, ...beside.flatMap((entry) => entry.pictures ?? [])];
}

/** A text in another language than the page's. */
interface ForeignText {
  readonly text: RichText;
  /** Its language (BCP 47), where its script tells. */
  readonly lang: string | undefined;
}

/** With the name in its own script, or as the original edition writes it. */
type StoryPerson = StoryEntry<'people'> &
  Beside & {
    readonly otherName?: ForeignText | undefined;
    /** The moments in which they act. */
    readonly moments: readonly StoryEvent[];
  };

/** With whether the prose uses it, and so links to it. */
type StoryTerm = StoryEntry<'terms'> & { readonly used: boolean };

const NOTHING = { lists: { authors: [], topics: [] }, former: new Map() };

/**
 * Joins an article into the story that one language's page shows.
 *
 * Everything that cites is taken in the order in which it stands on the page, since a source's number
 * is the order of its first appearance.
 *
 * @param article read and free of errors
 * @param translation the edition to tell it in, or `undefined` for the original
 * @param prose that edition's prose
 * @param words the interface words of its language
 * @param beside what its authors and topics are, by their ids, and the names that stories, by their slugs, and moments,
 *   such as `bridge/opening`, had before
 */
export function buildStory(
  article: Article,
  translation: Edition<Translation> | undefined,
  prose: Prose,
  words: Messages,
  { lists, former }: { lists: SiteLists; former: ReadonlyMap<string, readonly string[]> } = NOTHING,
): Story {
  const { path } = translation ?? article.original;
  const linked = (text: RichText): RichText =>
    resolveContentLinks(text, path, { firstLanguage: article.original.lang });
  const localised = mapTexts(MODEL.fields, localise(article.original, translation), linked);
  const originalLang = article.original.lang;
  const lang = translation?.lang ?? originalLang;
  const facts = {
    ...localised,
    updates: newestFirst(localised.updates),
    quotes: localised.quotes?.map(({ translation: said, language = originalLang, ...quote }) => ({
      ...{ ...quote, language },
      ...(said && !isSameLanguage(language, lang) && { translation: said }),
    })),
  };
  const sides = sidesOf(facts.sides);
  const bibliography = new Bibliography(
    localiseSources(article.sources, originalLang, translation).map((source) => ({
      ...source,
      note: source.note && linked(source.note),
    })),
  );
  const page = {
    bibliography,
    pictures: article.pictures,
    places: facts.places,
    sides,
    clocks: facts.clocks,
  };
  const used = new Set(nodesIn(prose.text, 'term').map(({ id }) => id));

  const topics = namedIn(lists.topics, facts.topics, lang);
  // The order of the page: a source's number is the order of its first appearance.
  const title = bibliography.number(facts.title);
  const summary = bibliography.number(facts.summary);
  const corrections = showPart(
    'updates',
    facts.updates.filter(({ kind }) => kind === 'correction'),
    page,
  );
  const keyPoints = showPart('keyPoints', facts.keyPoints, page);
  const { quotesAtEvents, ...below } = placeParts(facts, linked(prose.text), page);

  const shown = below.timeline.map((event) => ({ ...event, former: former.get(`${article.slug}/${event.id}`) }));
  const timeline = timelineOf(shown, facts.phases, page, words);
  const events = timeline.flatMap((phase) => phase.events);
  return {
    ...below,
    slug: article.slug,
    firstSlug: former.get(article.slug)?.[0] ?? article.slug,
    lang,
    languages: [originalLang, ...article.translations.map(({ lang }) => lang)],
    title,
    titleText: plainText(title),
    summary,
    summaryText: plainText(summary),
    teaser: facts.summary,
    isDraft: (facts.draft ?? translation?.data.draft) === true,
    authors: namedIn(lists.authors, facts.authors, lang),
    topics,
    earlier: facts.earlier ?? [],
    subjects: subjectsOf(topics, facts, article.original.data),
    changes: facts.updates,
    published: facts.published,
    modified: newestUpdate(facts.updates),
    corrections,
    readingTime: spanInWords({ count: readingMinutes(plainText(prose.text)), unit: 'minute' }, words),
    keyPoints,
    headings: prose.headings,
    sides,
    timeline,
    places: mapPlaces(facts, sides),
    journey: journeyOf(facts, sides, words),
    people: below.people.map((person) => ({
      ...person,
      otherName: otherNameOf(person, article.original, translation),
      moments: events.filter((event) => event.people?.includes(person.id)),
    })),
    terms: below.terms.map((term) => ({ ...term, used: used.has(term.id) })),
    ...bibliography.list(),
    moments: eventPagesOf({ ...facts, quotes: quotesAtEvents }, events, page),
  };
}

/** Messages a minute of quiet reading in English, and characters a minute in Korean. */
const A_MINUTE = { words: 230, characters: 500 } as const;

const UNSPACED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Whole minutes that a text takes to read, at least one; Hangul and other scripts are counted by character. */
function readingMinutes(text: string): number {
  const characters = text.match(UNSPACED)?.length ?? 0;
  const words = text.replace(UNSPACED, ' ').match(/\S+/g)?.length ?? 0;
  return Math.max(1, Math.round(words / A_MINUTE.words + characters / A_MINUTE.characters));
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
];

/**
 * The other name of a person: on the original's page the name in its own script, on a translation's the
 * one that the original writes.
 */
function otherNameOf(
  person: Pick<Person, 'id' | 'name' | 'nativeName'>,
  original: Edition<Original>,
  translation: Edition<Translation> | undefined,
): ForeignText | undefined {
  if (translation) {
    // Without a translation the name is the original's already.
    if (!translation.data.people?.[person.id]?.name) return undefined;
    const text = original.data.people?.find(({ id }) => id === person.id)?.name;
    return !text || plainText(text) === plainText(person.name) ? undefined : { text, lang: original.lang };
  }
  const { nativeName } = person;
  if (nativeName === undefined) return undefined;
  return { text: [nativeName], lang: SCRIPTS.find(([script]) => script.test(nativeName))?.[1] };
}
