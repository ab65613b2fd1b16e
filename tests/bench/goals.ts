import type { Results } from './results.ts';
import { growth } from './timing/rounds.ts';
import { type Case, type Clock, MOST_WITH_THEME, type Samples } from './timing/samples.ts';

/** A goal, and how far it is met. */
export interface Goal {
  readonly measure: string;
  readonly goal: string;
  readonly measured: string;
  /** The same in the time of all processor cores, which a busy machine disturbs less. */
  readonly inProcessorTime?: string;
  readonly met: boolean;
  /** Where it is missed and the reason is known: the reason. */
  readonly because?: string;
}

/** Every goal, those of pages first. */
export function goals(results: Results): Goal[] {
  return [...pageGoals(results), ...buildGoals(results)];
}

function pageGoals({ pages: { first, plain, floorPlain } }: Results): Goal[] {
  return [
    atMost('requests for an article page', 1, first.requests, whole),
    atMost('the first story, brotli', 30_000, first.brotli, bytes),
    missedBecause(
      'The floor has no styles, no sources and nothing that machines read. Styles are the largest part (see below): a page holds its own, as it has to look the same from a disk.',
      atMost('a plain article, brotli over the floor', 4_500, plain.brotli - floorPlain.brotli, bytes),
    ),
  ];
}

function buildGoals({ samples }: Results): Goal[] {
  const range = growth(samples.sizes);
  const [from, to] = range.map(whole);
  const perPage = (what: Case, clock: Clock): number => samples.perAdded(what, range, 'page', clock);
  const withTheme = [1, MOST_WITH_THEME] as const;
  const all = (what: Case, clock: Clock): number => samples.median(what, range[1], clock);
  const timed = (measure: string, most: number, ratio: (clock: Clock) => number, unit = times): Goal => ({
    ...atMost(measure, most, ratio('seconds'), unit),
    inProcessorTime: unit(ratio('cpuSeconds')),
  });
  return [
    timed(
      `build time per page written (${from} → ${to} stories), over the floor’s`,
      1.5,
      (clock) => perPage('first', clock) / perPage('floor', clock),
    ),
    missedBecause(
      'The floor writes one file for a post, with Astro’s default markdown processor; the program writes a page, a picture and its timeline in four formats, checks what it reads and proves what it writes. With the program’s processor the floor takes as long.',
      timed(
        'articles alone, per page, over the floor’s',
        2,
        (clock) => perPage('alone', clock) / perPage('floor', clock),
      ),
    ),
    missedBecause(
      'A theme draws one picture, the program seven: one for the story and one for each moment.',
      timed(
        `per added story with its moments and pictures, over a theme’s post with a picture (${withTheme.map(whole).join(' → ')})`,
        0.5,
        (clock) =>
          samples.perAdded('cold', range, 'article', clock) / samples.perAdded('theme', withTheme, 'article', clock),
      ),
    ),
    timed(
      'a second build with nothing changed, over the first',
      0.5,
      (clock) => all('second', clock) / all('first', clock),
    ),
    timed(
      `check, per article, at ${to} articles`,
      5,
      (clock) => (1_000 * all('check', clock)) / range[1],
      milliseconds,
    ),
    ...largeGoals(samples, range[1], timed),
  ];
}

type Timed = (measure: string, most: number, ratio: (clock: Clock) => number) => Goal;

const BUILDS: readonly Case[] = ['cold', 'first', 'second', 'edited'];

/** The goals of the largest site, where one above a usual size was built. */
function largeGoals(samples: Samples, usual: number, timed: Timed): Goal[] {
  const largest = samples.sizes.at(-1) ?? usual;
  if (largest === usual) return [];
  const each = (articles: number, clock: Clock): number => samples.median('first', articles, clock) / articles;
  return [
    timed(
      `build time per article at ${whole(largest)} articles, over that at ${whole(usual)}`,
      1.15,
      (clock) => each(largest, clock) / each(usual, clock),
    ),
    atMost(
      `memory of a build of ${whole(largest)} articles`,
      4_000,
      Math.max(...BUILDS.map((what) => samples.median(what, largest, 'megabytes'))),
      megabytes,
    ),
  ];
}

function atMost(measure: string, most: number, value: number, unit: (value: number) => string): Goal {
  // A ratio of differences on a busy machine can come out as nonsense, which meets nothing.
  return { measure, goal: `≤ ${unit(most)}`, measured: unit(value), met: value > 0 && value <= most };
}

function missedBecause(because: string, goal: Goal): Goal {
  return goal.met ? goal : { ...goal, because };
}

const whole = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 0 });
const bytes = (value: number): string => `${whole(value)} bytes`;
const megabytes = (value: number): string => `${whole(value)} MB`;
const times = (value: number): string => `${value.toFixed(2)}×`;
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
