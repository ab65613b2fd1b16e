/** How one side of a story looks, wherever it is shown. */
export interface SideLook {
  /** Its colour on light paper and on preview pictures: names are written in it, so 4.5 to 1 or more. */
  readonly light: string;
  /** Its colour on dark paper; the same holds. */
  readonly dark: string;
  /** The corners of its mark in hundredths of its width and height; a disc has none. It tells sides apart where colours do not. */
  readonly corners?: Corners;
}

export type Corners = readonly (readonly [x: number, y: number])[];

/** The looks of a story's sides, in the order of its frontmatter. */
export const PALETTE: readonly SideLook[] = [
  { light: '#1c4f8c', dark: '#8fbcf2' },
  { light: '#a8421a', dark: '#f2a07c', corners: cornersOf('50 0, 100 50, 50 100, 0 50') },
  { light: '#4e6315', dark: '#bccf7d', corners: cornersOf('14 14, 86 14, 86 86, 14 86') },
  { light: '#6f3d7d', dark: '#d6a6e3', corners: cornersOf('50 4, 100 92, 0 92') },
  {
    light: '#00776b',
    dark: '#4fd0c0',
    corners: cornersOf('34 0, 66 0, 66 34, 100 34, 100 66, 66 66, 66 100, 34 100, 34 66, 0 66, 0 34, 34 34'),
  },
  { light: '#b3246f', dark: '#ff85bd', corners: cornersOf('0 8, 100 8, 50 96') },
  { light: '#8a6100', dark: '#f5cf5b', corners: cornersOf('8 4, 92 4, 58 50, 92 96, 8 96, 42 50') },
  { light: '#3a1284', dark: '#9484ff', corners: cornersOf('0 28, 100 28, 100 72, 0 72') },
];

/** The most sides that a story may have. */
export const MOST_SIDES = PALETTE.length;

/** Corners as CSS cuts a box to them. */
export function clipPath(corners: Corners): string {
  return `polygon(${corners.map(([x, y]) => `${percent(x)} ${percent(y)}`).join()})`;
}

function percent(part: number): string {
  return part === 0 ? '0' : `${part}%`;
}

function cornersOf(list: string): Corners {
  return list.split(', ').map((corner) => corner.split(' ').map(Number) as [number, number]);
}
