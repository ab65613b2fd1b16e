import type { Article, Edition } from '../content/article.ts';
import type { Translation } from '../content/model/article.ts';
import type { CalendarDate, ClockTime } from '../dates/edtf.ts';
import { spanInWords, formatDateParts, type DatePart } from '../dates/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Prose } from '../text/pipeline.ts';
import { nodesIn, plainText, type RichText } from '../text/rich-text.ts';
import { type ForeignText, otherNameOf } from './names.ts';
import { Bibliography, type Citation, type ListedSource } from './bibliography.ts';
import { type Journey, journeyOf } from './journey.ts';
import { type Facts, localise } from './localise.ts';
import { type EventPage, eventPagesOf } from './event-page.ts';
import { Sides, type StorySide } from './sides.ts';
import { disputeAnchor, type StoryPhase, timelineOf } from './timeline.ts';
import { newestFirst, newestUpdate } from './updates.ts';
import { resolveContentLinks } from './urls.ts';

/** An article in one language, joined and numbered: all that its page shows, in page order. */
export interface Story {
  readonly slug: string;
  readonly lang: string;
  /** Every language that the article has an edition in, the original's first. */
  readonly languages: readonly string[];
  readonly title: RichText;
  readonly titleText: string;
  readonly summary: RichText;
  readonly summaryText: string;
  /** The summary for a page that lists no sources: its citations have no numbers, and are not shown. */
  readonly teaser: RichText;
  readonly published: Dated;
  /** The newest update. */
  readonly modified: Dated;
  readonly corrections: readonly StoryUpdate[];
  /** Whole minutes that the prose takes to read, in words. */
  readonly readingTime: string;
  readonly keyPoints: readonly RichText[];
  readonly headings: Prose['headings'];
  readonly prose: RichText;
  readonly sides: readonly StorySide[];
  readonly timeline: readonly StoryPhase[];
  readonly journey?: Journey;
  readonly count?: StoryCount;
  readonly numbers: readonly StoryFigure[];
  readonly disputes: readonly StoryDispute[];
  readonly questions: readonly { readonly id: string; readonly question: RichText; readonly note?: RichText }[];
  readonly people: readonly StoryPerson[];
  readonly terms: readonly StoryTerm[];
  readonly updates: readonly StoryUpdate[];
  readonly sources: readonly ListedSource[];
  /** Each event once more, as a page of its own. */
  readonly moments: readonly EventPage[];
}

/** A date as data and in words. */
interface Dated {
  readonly date: CalendarDate | ClockTime;
  readonly parts: readonly DatePart[];
}

export interface StoryUpdate extends Dated {
  readonly note: RichText;
  readonly correction: boolean;
}

export interface StoryFigure {
  readonly id: string;
  readonly value: RichText;
  readonly label: RichText;
  readonly note?: RichText;
  readonly citations: readonly Citation[];
}

/** A number drawn as marks. */
export interface StoryCount {
  readonly total: number;
  readonly label: RichText;
  readonly groups: readonly {
    readonly id: string;
    readonly label: RichText;
    readonly count: number;
    readonly side?: StorySide;
    readonly note?: RichText;
    readonly citations: readonly Citation[];
  }[];
}

export interface StoryPerson {
  readonly id: string;
  readonly name: RichText;
  /** The name in its own script, or as the original edition writes it. */
  readonly otherName?: ForeignText;
  readonly role: RichText;
  readonly side?: StorySide;
  readonly citations: readonly Citation[];
}

export interface StoryTerm {
  readonly id: string;
  readonly term: RichText;
  readonly means: RichText;
  /** Whether the prose uses it, and so links to it. */
  readonly used: boolean;
  readonly citations: readonly Citation[];
}

export interface StoryDispute {
  readonly anchor: string;
  readonly question: RichText;
  readonly positions: readonly {
    readonly claim: RichText;
    readonly saidBy: RichText;
    readonly citations: readonly Citation[];
  }[];
}

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
 */
export function buildStory(
  article: Article,
  translation: Edition<Translation> | undefined,
  prose: Prose,
  words: Messages,
): Story {
  const { path } = translation ?? article.original;
  const linked = (text: RichText): RichText =>
    resolveContentLinks(text, path, { firstLanguage: article.original.lang });
  const localised = localise(article.original, translation);
  const facts = {
    ...localised,
    timeline: localised.timeline.map((event) => ({
      ...event,
      text: linked(event.text),
      ...(event.saidBy && { saidBy: linked(event.saidBy) }),
    })),
  };
  const sides = new Sides(facts.sides);
  const bibliography = new Bibliography(
    article.sources.map((source) => ({ ...source, ...(source.note && { note: linked(source.note) }) })),
  );
  const number = (text: RichText): RichText => bibliography.number(linked(text));
  const cite = ({ sources }: { sources: readonly string[] }): Citation[] => sources.map((id) => bibliography.cite(id));
  const note = (item: { note?: RichText | undefined }) => item.note !== undefined && { note: number(item.note) };

  const updates = newestFirst(facts.updates);
  const inWords = (update: Facts['updates'][number]): StoryUpdate => ({
    ...dated(update.date, words),
    note: number(update.note),
    correction: update.kind === 'correction',
  });
  const countOf = ({ total, label, groups }: NonNullable<Facts['count']>): StoryCount => ({
    total,
    label: number(label),
    groups: groups.map(({ id, label: groupLabel, count, note: groupNote, side: sideId, sources = [] }) => {
      const side = sides.get(sideId);
      return {
        id,
        label: number(groupLabel),
        count,
        ...(side && { side }),
        ...note({ note: groupNote }),
        citations: cite({ sources }),
      };
    }),
  });
  const used = new Set(nodesIn(prose.text, 'term').map(({ id }) => id));

  const journey = journeyOf(facts, sides, words);

  // The order of the keys below is the order of the page.
  const story = {
    slug: article.slug,
    lang: translation?.lang ?? article.original.lang,
    languages: [article.original.lang, ...article.translations.map(({ lang }) => lang)],
    title: number(facts.title),
    titleText: plainText(facts.title),
    summary: number(facts.summary),
    summaryText: plainText(facts.summary),
    teaser: linked(facts.summary),
    published: dated(facts.published, words),
    modified: dated(newestUpdate(facts.updates), words),
    corrections: updates.filter(({ kind }) => kind === 'correction').map(inWords),
    readingTime: spanInWords({ count: readingMinutes(plainText(prose.text)), unit: 'minute' }, words),
    keyPoints: facts.keyPoints.map(number),
    headings: prose.headings,
    prose: number(prose.text),
    sides: sides.all,
    timeline: timelineOf(facts, sides, bibliography, words),
    ...(journey && { journey }),
    ...(facts.count && { count: countOf(facts.count) }),
    numbers: (facts.numbers ?? []).map((figure) => ({
      id: figure.id,
      value: number(figure.value),
      label: number(figure.label),
      ...note(figure),
      citations: cite(figure),
    })),
    disputes: (facts.disputes ?? []).map(({ id, question, positions }) => ({
      anchor: disputeAnchor(id),
      question: number(question),
      positions: positions.map((position) => ({
        claim: number(position.claim),
        saidBy: number(position.saidBy),
        citations: cite(position),
      })),
    })),
    questions: (facts.questions ?? []).map((question) => ({
      id: question.id,
      question: number(question.question),
      ...note(question),
    })),
    people: (facts.people ?? []).map((person) => {
      const side = sides.get(person.side);
      const otherName = otherNameOf(person, article.original, translation);
      return {
        id: person.id,
        name: number(person.name),
        ...(otherName && { otherName }),
        role: number(person.role),
        ...(side && { side }),
        citations: cite(person),
      };
    }),
    terms: (facts.terms ?? []).map((term) => ({
      id: term.id,
      term: number(term.term),
      means: number(term.means),
      used: used.has(term.id),
      citations: cite(term),
    })),
    updates: updates.map(inWords),
    sources: bibliography.list(words, article.original.lang),
  };
  const events = story.timeline.flatMap((phase) => phase.events);
  return { ...story, moments: eventPagesOf(facts.timeline, events, bibliography, words, article.original.lang) };
}

function dated(date: CalendarDate | ClockTime, words: Messages): Dated {
  return { date, parts: formatDateParts(date, words) };
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
