import type { Results } from './results.ts';
import { growth } from './timing/rounds.ts';
import type { Case } from './timing/samples.ts';

/** A goal, and how far it is met. */
export interface Goal {
  readonly measure: string;
  readonly goal: string;
  readonly measured: string;
  readonly met: boolean;
}

/** What a theme that draws one picture a post takes for each, in milliseconds, at least; measured once, elsewhere. */
const THEME_WITH_PICTURES = 78;

/** Every goal, those of pages first. */
export function goals(results: Results): Goal[] {
  return [...pageGoals(results), ...buildGoals(results)];
}

function pageGoals({ pages }: Pick<Results, 'pages'>): Goal[] {
  const { first, plain, floorPlain } = pages;
  return [
    atMost('requests for an article page', first.requests, 1, ''),
    atMost('the first story, brotli', first.brotli, 30_000, ' bytes'),
    atMost('a plain article, brotli over the floor', plain.brotli - floorPlain.brotli, 4_500, ' bytes'),
  ];
}

function buildGoals({ samples }: Pick<Results, 'samples'>): Goal[] {
  const [from, to] = growth(samples.sizes);
  const perPage = (what: Case): number => samples.perAdded(what, [from, to], 'page', 'seconds');
  const whole = (what: Case): number => samples.median(what, to, 'seconds');
  const perStory = samples.perAdded('cold', [from, to], 'article', 'seconds');
  const grown = `${from.toLocaleString('en')} → ${to.toLocaleString('en')} stories`;
  return [
    atMost(`build time per page written (${grown}), over the floor’s`, perPage('first') / perPage('floor'), 1.5, '×'),
    atMost('articles alone, per page, over the floor’s', perPage('alone') / perPage('floor'), 2, '×'),
    atMost(
      `per added story with its moments and pictures, over the ${THEME_WITH_PICTURES} ms of a theme that draws a picture a post`,
      perStory / THEME_WITH_PICTURES,
      0.5,
      '×',
    ),
    atMost('a second build with nothing changed, over the first', whole('second') / whole('first'), 0.5, '×'),
    atMost(`check, per article, at ${to.toLocaleString('en')} articles`, (1_000 * whole('check')) / to, 5, ' ms'),
  ];
}

function atMost(measure: string, value: number, most: number, unit: string): Goal {
  const round = Math.abs(most) >= 100 || unit === '' ? 0 : 2;
  const measured = value.toLocaleString('en', { maximumFractionDigits: round });
  return { measure, goal: `≤ ${most.toLocaleString('en')}${unit}`, measured: measured + unit, met: value <= most };
}
