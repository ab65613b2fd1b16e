export type Heading = 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

/** The heading below one of a level, 1 to 6. */
export function headingBelow(level: number): Heading {
  return `h${Math.min(level + 1, 6)}` as Heading;
}
