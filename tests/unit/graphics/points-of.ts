/** The points that path data of relative lines (`m`, `z` and pairs) comes to, in order. */
export function pointsOf(path: string): [x: number, y: number][] {
  return ringsOf(path).flat();
}

/** The same for each of its lines alone. */
export function ringsOf(path: string): [x: number, y: number][][] {
  const rings: [x: number, y: number][][] = [];
  let [x, y] = [0, 0];
  let start = [x, y] as const;
  for (const [piece, opens, byX, byY] of path.matchAll(/z|(m?) ?(-?\d+) ?(-?\d+)/g)) {
    [x, y] = piece === 'z' ? start : [x + Number(byX), y + Number(byY)];
    if (opens) {
      start = [x, y];
      rings.push([]);
    }
    rings.at(-1)?.push([x, y]);
  }
  return rings;
}
