import type { MadeSite } from './made-site.ts';
import { type Case, CASES, MOST_WITH_THEME, Samples } from './samples.ts';

/** Program and floor in turns, so that both meet the same moods of the machine; `second` and `edited` follow a build. */
const ORDER: readonly Case[] = [
  'cold',
  'first',
  'floor',
  'second',
  'floorUnified',
  'edited',
  'alone',
  'check',
  'theme',
];
/** Sites above this are built once. */
const ONCE_ABOVE = 1_000;

/**
 * Builds sites of several sizes, round after round.
 *
 * @param sites each of another size
 * @param rounds how often
 * @param say takes a line about each step
 */
export async function timeSites(
  sites: readonly MadeSite[],
  rounds: number,
  say: (line: string) => void,
): Promise<Samples> {
  const steps = Array.from({ length: rounds }, (_, round) =>
    sites
      .filter(({ articles }) => round === 0 || articles <= ONCE_ABOVE)
      .flatMap((site) =>
        ORDER.filter((what) => what !== 'theme' || site.articles <= MOST_WITH_THEME).map((what) => ({ site, what })),
      ),
  ).flat();
  const samples = new Samples();
  for (const [index, { site, what }] of steps.entries()) {
    const sample = { what, articles: site.articles, ...(await site.run(what)) };
    samples.add(sample);
    const amount = `${site.articles.toLocaleString('en')} ${site.articles === 1 ? 'article' : 'articles'}`;
    say(`${index + 1}/${steps.length}  ${amount}: ${CASES[what]}: ${sample.seconds.toFixed(1)} s`);
  }
  return samples;
}

/** The sizes between which the growth of a site is measured: 100 and 1,000 articles, or the two of a short run. */
export function growth(sizes: readonly number[]): [from: number, to: number] {
  const to = Math.max(...sizes.filter((size) => size <= ONCE_ABOVE));
  return [Math.max(...sizes.filter((size) => size < to)), to];
}
