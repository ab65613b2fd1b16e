import type { Cost } from './measured-run.ts';

/** What is timed. */
export const CASES = {
  cold: 'nothing cached, every picture drawn',
  first: 'pictures cached, nothing else',
  second: 'again, nothing changed',
  edited: 'again, one article changed',
  alone: 'articles alone: no moments, no embeds',
  check: '`check` alone',
  floor: 'floor',
  floorUnified: 'floor, with the program’s markdown processor',
  theme: 'theme, which draws a picture a post',
} as const;

export type Case = keyof typeof CASES;

/** A theme is not built with more posts: it takes as long for a hundred as the program for a thousand. */
export const MOST_WITH_THEME = 100;

/** One run of one case. */
export interface Sample extends Cost {
  readonly what: Case;
  readonly articles: number;
  /** HTML pages written. */
  readonly pages: number;
}

/** All runs, and what they come to. */
export class Samples {
  private readonly all: Sample[] = [];

  add(sample: Sample): void {
    this.all.push(sample);
  }

  /** The sizes of site that were built, smallest first. */
  get sizes(): number[] {
    return [...new Set(this.all.map(({ articles }) => articles))].toSorted((a, b) => a - b);
  }

  /** How many runs there are of a case at a size. */
  runs(what: Case, articles: number): number {
    return this.of(what, articles).length;
  }

  /** The median over the runs of a case at a size; NaN where there is none. */
  median(what: Case, articles: number, field: 'seconds' | 'cpuSeconds' | 'megabytes' | 'pages'): number {
    return median(this.of(what, articles).map((sample) => sample[field]));
  }

  /** What one more article, or one more page, costs between two sizes, in milliseconds. */
  perAdded(what: Case, [from, to]: readonly [number, number], unit: 'article' | 'page', field: Clock): number {
    const amount = (articles: number): number => (unit === 'article' ? articles : this.median(what, articles, 'pages'));
    const more = this.median(what, to, field) - this.median(what, from, field);
    return (1_000 * more) / (amount(to) - amount(from));
  }

  private of(what: Case, articles: number): Sample[] {
    return this.all.filter((sample) => sample.what === what && sample.articles === articles);
  }
}

/** The time on the wall, or that of all processor cores. */
export type Clock = 'seconds' | 'cpuSeconds';

/** The middle of numbers, or of the two in the middle; NaN where there is none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}
