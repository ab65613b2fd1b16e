/** The most marks that are drawn: more are a grey area on a phone, and a page of their own. */
const MOST_MARKS = 1000;

/** How many units one mark stands for: 1, or the least of 2, 5, 10, 20, 50, … that keeps the picture small. */
export function unitsAMark(total: number): number {
  for (let power = 1; ; power *= 10)
    for (const units of [power, 2 * power, 5 * power]) if (total / units <= MOST_MARKS) return units;
}

/**
 * Lays out a count as rows of marks, filled from the left like a page of writing.
 *
 * @param counts the size of each group, in order
 * @param columns how many marks fill a row
 * @returns for each group the runs of its marks: `count` of them in one row, from a column on
 */
export function layOutCount(counts: readonly number[], columns: number) {
  let next = 0;
  const groups = counts.map((count) => {
    const runs: { row: number; column: number; count: number }[] = [];
    for (let left = count; left > 0;) {
      const column = next % columns;
      const run = Math.min(left, columns - column);
      runs.push({ row: Math.floor(next / columns), column, count: run });
      next += run;
      left -= run;
    }
    return runs;
  });
  return { rows: Math.ceil(next / columns), groups };
}
