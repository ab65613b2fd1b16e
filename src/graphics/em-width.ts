/** About how wide a text is, in times of its size: Hangul and the like are twice as wide as Latin letters. */
export function emWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/.test(character) ? 0.92 : 0.5;
  return width;
}
