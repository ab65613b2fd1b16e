import { MOST_SIDES } from '../../styles/palette.ts';
import { z } from 'zod';
import { nonEmpty } from './text.ts';
import {
  citedTexts,
  fact,
  group,
  headline,
  inSection,
  list,
  log,
  map,
  name,
  optional,
  ref,
  sources,
  text,
} from './fields.ts';
import { coordinates, edtf, eventId, exactDate, flag, id, timeZone, wholeNumber } from './scalars.ts';

/** The longest title and summary that previews show whole, in characters as a reader sees them. */
export const LONGEST = { title: 90, summary: 220 } as const;

/** How well an event is established. */
export const STATUSES = ['reported', 'one-side', 'disputed'] as const;
export type Status = (typeof STATUSES)[number];

/** Those that need nobody who asserts the event. */
export const ESTABLISHED: readonly string[] = ['reported'] satisfies Status[];

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
  draft: optional(fact(flag, 'true: shown by `npm run dev` and nowhere else.')),
  keyPoints: inSection('key-points', citedTexts('3 to 7 sentences, each cited.', 3, 7, 'key points'), false),
  sides: optional(
    list(
      `The parties whose colours run through the page; at most ${MOST_SIDES}.`,
      { id: fact(id, 'What places and people name it by.'), name: name('Its name.') },
      {
        noun: 'a side',
        atMost: [
          MOST_SIDES,
          `has more than ${MOST_SIDES} sides; name the ${MOST_SIDES} that a reader has to tell apart`,
        ],
      },
    ),
  ),
  places: map(
    'Where things happened, by id; an event belongs to the side of its place.',
    {
      name: name('Its name, as readers know it.'),
      timeZone: fact(timeZone, 'Its time zone (IANA).'),
      at: fact(coordinates, '[latitude, longitude] in degrees (WGS 84).'),
      side: optional(ref('sides', 'The id of the side that it belongs to.')),
    },
    { noun: 'a place' },
  ),
  phases: optional(
    list(
      'The stretches of the timeline; when there are any, every event names one.',
      { id: fact(id, 'What events name it by.'), title: headline('Its heading.') },
      { noun: 'a phase' },
    ),
  ),
  timeline: inSection(
    'timeline',
    list(
      'What happened, in the order in which it started.',
      {
        id: fact(eventId, 'The last part of its address; it never changes.'),
        date: fact(edtf, 'When it happened, no more exact than is known (EDTF).'),
        place: optional(ref('places', 'The id of a place; required when the date has a time of day.')),
        phase: optional(ref('phases', 'The id of its phase; required when the article has phases.')),
        title: headline('A headline.'),
        text: text('One to three sentences.'),
        status: fact(z.enum(STATUSES), 'reported (several outlets), one-side or disputed.'),
        dispute: optional(ref('disputes', 'The id of the dispute that sets out the positions.')),
        saidBy: optional(
          text('Who asserts it; required unless it is reported.', undefined, {
            role: 'name',
            freeWith: { key: 'status', values: ESTABLISHED },
          }),
        ),
        sources: sources(),
      },
      // An event's id is its bare anchor.
      { noun: 'an event', anchor: '', atLeast: [1, 'is empty; write at least one event'] },
    ),
  ),
  journey: optional(
    list('A way on the map, leg by leg.', {
      from: ref('places', 'The id of the place where it starts.'),
      to: ref('places', 'The id of the place where it ends.'),
      event: optional(ref('timeline', 'The id of the event that tells it.')),
    }),
  ),
  count: inSection(
    'numbers',
    optional(
      group('A number drawn as that many marks, in groups.', {
        total: fact(wholeNumber, 'All of them.'),
        label: text('What is counted.'),
        groups: list(
          'Its parts; their counts add up to the total.',
          {
            id: ONLY_ID,
            label: text('Which of them.'),
            count: fact(wholeNumber, 'How many.'),
            note: optional(text('What a reader should know of this number.')),
            side: optional(ref('sides', 'The id of the side that they belong to, for their colour.')),
            sources: optional(sources('Ids of sources.')),
          },
          { atLeast: [1, 'has no groups; name at least one'] },
        ),
      }),
    ),
  ),
  numbers: inSection(
    'numbers',
    optional(
      list(
        'Numbers to know.',
        {
          id: ENTRY_ID,
          value: headline('The number as it is printed.', undefined, 'figure'),
          label: text('What it counts.'),
          note: optional(text('What a reader should know of it.')),
          sources: sources(),
        },
        { noun: 'a number', anchor: 'number-' },
      ),
    ),
  ),
  disputes: inSection(
    'disputes',
    optional(
      list(
        'What is answered differently.',
        {
          id: ENTRY_ID,
          question: headline('What is disputed, as a question.'),
          positions: list(
            'Every answer: at least two.',
            {
              id: ONLY_ID,
              claim: text('What is claimed.'),
              saidBy: text('Who claims it.', undefined, { role: 'name' }),
              sources: sources(),
            },
            { atLeast: [2, 'shows fewer than two positions; a dispute has at least two'] },
          ),
        },
        { noun: 'a dispute', anchor: 'dispute-' },
      ),
    ),
  ),
  questions: inSection(
    'questions',
    optional(
      list(
        'What is not known.',
        {
          id: ENTRY_ID,
          question: text('What is not known, as a question.'),
          note: optional(text('What little is known.')),
        },
        { noun: 'a question', anchor: 'question-' },
      ),
    ),
  ),
  people: inSection(
    'people',
    optional(
      list(
        'Who acts in the story.',
        {
          id: ENTRY_ID,
          name: name('The name in the language of the edition.'),
          nativeName: optional(fact(nonEmpty(), 'The name in its own script; it holds in every language.')),
          role: text('The office or part at the time.'),
          side: optional(ref('sides', 'The id of a side.')),
          sources: sources(),
        },
        { noun: 'a person', anchor: 'person-' },
      ),
    ),
  ),
  terms: inSection(
    'terms',
    optional(
      list(
        'Words that a reader may not know; the first use of each in the prose leads to its meaning.',
        {
          id: ENTRY_ID,
          term: name('The word as the prose uses it; its first use there becomes a link.'),
          means: text('What it means.', undefined, { role: 'definition' }),
          sources: sources(),
        },
        { noun: 'a term', anchor: 'term-' },
      ),
    ),
  ),
  updates: inSection(
    'updates',
    log(
      'What changed, and when; the newest date is the day on which the article counts as changed.',
      {
        date: fact(exactDate, 'When it was made.'),
        note: text('What changed.'),
        kind: optional(fact(z.enum(['correction']), 'correction: something was wrong before.')),
      },
      'note',
      'is empty; list at least the first publication',
    ),
  ),
};
