/** A run of marks in one row: `count` marks from a column on. */
interface Run {
  readonly row: number;
  readonly column: number;
  readonly count: number;
}

/** The geometry of a count: every unit one mark, group after group, row after row. */
export interface CountPicture {
  readonly rows: number;
  /** For each group, the runs of its marks. */
  readonly groups: readonly (readonly Run[])[];
}

/**
 * Lays out a count as rows of marks, filled from the left like a page of writing.
 *
 * @param counts the size of each group, in order
 * @param columns how many marks fill a row
 */
export function layOutCount(counts: readonly number[], columns: number): CountPicture {
  let next = 0;
  const groups = counts.map((count) => {
    const runs: Run[] = [];
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
