import { MOST_SIDES } from '../../styles/palette.ts';
import { z } from 'zod';
import { citedTexts, fact, group, headline, list, log, map, name, ref, refs, source, sources, text } from './fields.ts';
import {
  coordinates,
  edtf,
  eventId,
  exactDate,
  fileName,
  flag,
  id,
  idButNone,
  language,
  licence,
  NONE,
  plain,
  quotation,
  timeZone,
  wholeNumber,
} from './scalars.ts';

/** The longest title and summary that previews show whole, and the longest quotation, in characters as a reader sees them. */
export const LONGEST = { title: 90, summary: 220, quotation: 400 } as const;

/** How well an event is established. */
export const STATUSES = ['reported', 'single', 'record', 'one-side', 'disputed'] as const;
export type Status = (typeof STATUSES)[number];

/** Those that need nobody who asserts the event. */
export const ESTABLISHED: readonly string[] = ['reported', 'single', 'record'] satisfies Status[];

const ENTRY_ID = fact(id, 'What links and translations name it by.');
const ONLY_ID = fact(id, 'What translations name it by.');

/**
 * Everything that an article can hold, in page order. Whatever asks what there is asks here: the schemas of both
 * editions, the rules, the joining of languages, the anchors, the contents of the page, the guide.
 */
export const ARTICLE = {
  title: headline('The headline; at most 90 characters as a reader sees them.', LONGEST.title),
  summary: text('The preview text and the line under the title; at most 220 characters.', LONGEST.summary),
  published: fact(exactDate, 'When the article came out: a day, or a day and a time with its offset.'),
  draft: fact(flag, 'true: shown by `npm run dev` and nowhere else.').optional(),
  authors: refs('authors.yaml', 'Ids from authors.yaml: who wrote it; without them that is the site.').optional(),
  topics: refs('topics.yaml', 'Ids from topics.yaml: what it is about.').optional(),
  earlier: refs('articles', 'Names of the folders of the stories that this one goes on from.').optional(),
  keyPoints: citedTexts(
    { section: 'key-points', isUnlisted: true, fewest: 3, most: 7, nouns: 'key points' },
    '3 to 7 sentences, each cited.',
  ),
  sides: list(
    {
      noun: 'a side',
      atMost: [MOST_SIDES, `has more than ${MOST_SIDES} sides; name the ${MOST_SIDES} that a reader has to tell apart`],
    },
    `The parties whose colours run through the page; at most ${MOST_SIDES}.`,
    { id: fact(idButNone, 'What places, events and people name it by.'), name: name('Its name.') },
  ).optional(),
  phases: list({ noun: 'a phase' }, 'The stretches of the timeline; when there are any, every event names one.', {
    id: fact(id, 'What events name it by.'),
    title: headline('Its heading.'),
  }).optional(),
  timeline: list(
    // An event's id is its bare anchor.
    {
      ...{ noun: 'an event', anchor: '', section: 'timeline', directive: 'timeline', entryDirective: 'event' },
      atLeast: [1, 'is empty; write at least one event'],
    },
    'What happened, in the order in which it started.',
    {
      id: fact(eventId, 'The last part of its address; it never changes.'),
      date: fact(edtf, 'When it happened, no more exact than is known (EDTF).'),
      place: ref('places', 'The id of a place; required when the date has a time of day.').optional(),
      phase: ref('phases', 'The id of its phase; required when the article has phases.').optional(),
      title: headline('A headline.'),
      text: text('One to three sentences.'),
      status: fact(
        z.enum(STATUSES),
        'reported (two or more origins), single (one report), record (a public record or an official act), one-side or disputed.',
      ),
      side: ref(
        'sides',
        'The id of the side that it belongs to, or none; without it that of its place.',
        NONE,
      ).optional(),
      people: refs('people', 'Ids of people: who acts in it; the entry of each leads to it.').optional(),
      picture: ref('pictures', 'The id of the picture that shows it.').optional(),
      dispute: ref('disputes', 'The id of the dispute that sets out the positions.').optional(),
      saidBy: text('Who asserts it; required when it is one-side or disputed.', undefined, {
        role: 'name',
        freeWith: { key: 'status', values: ESTABLISHED },
      }).optional(),
      sources: sources('text'),
    },
  ),
  quotes: list(
    { noun: 'a quote', anchor: 'quote-', entryDirective: 'quote' },
    'Exact words; one stands where the prose places it, or else at its event.',
    {
      id: ENTRY_ID,
      words: fact(
        quotation(LONGEST.quotation),
        `What was said, word for word, in its own language; at most ${LONGEST.quotation} characters.`,
      ),
      language: fact(language, "The language of the words (BCP 47), where it is not the original's.").optional(),
      translation: text('The words in the language of the edition; required where that is another.', undefined, {
        translates: { words: 'words', language: 'language' },
      }).optional(),
      saidBy: text('Who said it.', undefined, { role: 'name' }),
      side: ref('sides', 'The id of the side that speaks, or none.', NONE).optional(),
      date: fact(edtf, 'When it was said (EDTF).').optional(),
      event: ref('timeline', 'The id of the event at which it stands.').optional(),
      sources: sources('saidBy'),
    },
  ).optional(),
  places: map(
    {
      ...{ noun: 'a place', section: 'map', directive: 'map', sectionFrom: 3 },
      atMost: [100, 'has more than 100 places; name those where something happened'],
    },
    'Where things happened, by id; an event belongs to the side of its place, unless it names another.',
    {
      name: name('Its name, as readers know it.'),
      timeZone: fact(timeZone, 'Its time zone (IANA).'),
      at: fact(coordinates, '[latitude, longitude] in degrees (WGS 84).'),
      side: ref('sides', 'The id of the side that it belongs to.').optional(),
    },
  ),
  clocks: refs(
    'places',
    'Ids of places: whose clocks a time of day is shown on, behind that of its own place. Without it there is one for each offset that differs on that day.',
  ).optional(),
  journey: list(
    { section: 'map', atMost: [100, 'has more than 100 legs; draw those that the story tells'] },
    'A way on the map, leg by leg.',
    {
      from: ref('places', 'The id of the place where it starts.'),
      to: ref('places', 'The id of the place where it ends.'),
      event: ref('timeline', 'The id of the event that tells it.').optional(),
      via: fact(
        z.array(coordinates),
        'Points that the way goes through, in order: [latitude, longitude] each.',
      ).optional(),
      departs: ref('timeline', 'The id of the event of its departure: at its start, with a time of day.').optional(),
      arrives: ref(
        'timeline',
        'The id of the event of its arrival: at its end, with a time of day. With both, the page says how long it took.',
      ).optional(),
    },
  ).optional(),
  pictures: list(
    { noun: 'a picture', anchor: 'picture-', entryDirective: 'picture' },
    'Pictures with their rights; one stands where the prose places it, or else at the event or the person that names it.',
    {
      id: ENTRY_ID,
      file: fact(fileName, 'The name of its file in this folder: JPEG, PNG, WebP or AVIF, below 40 megapixels.'),
      alt: headline('What it shows, for those who cannot see it.'),
      caption: text('What a reader should know of it.').optional(),
      credit: fact(plain(), 'Who made it, and whoever else has to be named.'),
      licence: fact(licence, 'By what right it is shown: CC BY 4.0, the address of a licence, or a few words.'),
      source: source('The id of the source that it comes from.').optional(),
      taken: fact(edtf, 'When it was made (EDTF).').optional(),
      graphic: fact(flag, 'true: it waits until a reader asks for it.').optional(),
    },
  ).optional(),
  count: group({ section: 'numbers', directive: 'count' }, 'A number drawn as that many marks, in groups.', {
    total: fact(wholeNumber, 'All of them.'),
    label: text('What is counted.'),
    groups: list({ atLeast: [1, 'has no groups; name at least one'] }, 'Its parts; their counts add up to the total.', {
      id: ONLY_ID,
      label: text('Which of them.'),
      count: fact(wholeNumber, 'How many.'),
      note: text('What a reader should know of this number.').optional(),
      side: ref('sides', 'The id of the side that they belong to, for their colour.').optional(),
      sources: sources('label', 'Ids of sources.').optional(),
    }),
  }).optional(),
  numbers: list({ noun: 'a number', anchor: 'number-', section: 'numbers', directive: 'numbers' }, 'Numbers to know.', {
    id: ENTRY_ID,
    value: headline('The number as it is printed.', undefined, 'figure'),
    label: text('What it counts.'),
    note: text('What a reader should know of it.').optional(),
    sources: sources('label'),
  }).optional(),
  disputes: list(
    { noun: 'a dispute', anchor: 'dispute-', section: 'disputes', directive: 'disputes' },
    'What is answered differently.',
    {
      id: ENTRY_ID,
      question: headline('What is disputed, as a question.'),
      positions: list(
        { atLeast: [2, 'shows fewer than two positions; a dispute has at least two'] },
        'Every answer: at least two.',
        {
          id: ONLY_ID,
          claim: text('What is claimed.'),
          saidBy: text('Who claims it.', undefined, { role: 'name' }),
          sources: sources('claim'),
        },
      ),
    },
  ).optional(),
  questions: list({ noun: 'a question', anchor: 'question-', section: 'questions' }, 'What is not known.', {
    id: ENTRY_ID,
    question: text('What is not known, as a question.'),
    note: text('What little is known.').optional(),
  }).optional(),
  people: list(
    { noun: 'a person', anchor: 'person-', section: 'people', directive: 'people' },
    'Who acts in the story.',
    {
      id: ENTRY_ID,
      name: name('The name in the language of the edition.'),
      nativeName: fact(plain(), 'The name in its own script; it holds in every language.').optional(),
      role: text('The office or part at the time.'),
      picture: ref('pictures', 'The id of a picture of this person.').optional(),
      side: ref('sides', 'The id of a side, or none.', NONE).optional(),
      sources: sources('role'),
    },
  ).optional(),
  terms: list(
    {
      noun: 'a term',
      anchor: 'term-',
      section: 'terms',
      atMost: [200, 'has more than 200 terms; explain those that a reader may not know'],
    },
    'Words that a reader may not know; the first use of each in the prose leads to its meaning.',
    {
      id: ENTRY_ID,
      term: name('The word as the prose uses it; its first use there becomes a link.'),
      means: text('What it means.', undefined, { role: 'definition' }),
      sources: sources('means'),
    },
  ).optional(),
  updates: log(
    { section: 'updates', note: 'note', empty: 'is empty; list at least the first publication' },
    'What changed, and when; the newest date is the day on which the article counts as changed.',
    {
      date: fact(exactDate, 'When it was made.'),
      note: text('What changed.'),
      kind: fact(z.enum(['correction']), 'correction: something was wrong before.').optional(),
      was: text('The words that were wrong; only in a correction.').optional(),
      now: text('The words that stand in their place; only in a correction.').optional(),
    },
  ),
};
