/** The points that path data of relative lines (`m`, `z` and pairs) comes to, in order. */
export function pointsOf(path: string): [x: number, y: number][] {
  let [x, y] = [0, 0];
  let start = [x, y] as const;
  return [...path.matchAll(/z|(m?) ?(-?\d+) ?(-?\d+)/g)].map(([piece, opens, byX, byY]) => {
    [x, y] = piece === 'z' ? start : [x + Number(byX), y + Number(byY)];
    if (opens) start = [x, y];
    return [x, y];
  });
}
