/**
 * The most of everything that is read. The markdown parser needs time that grows with the square of what stands in
 * one paragraph or of how deep lists are nested, and the YAML parser calls itself for each level; within these bounds
 * no text holds a check up. A picture has as many bytes and pixels as a decoder takes, and on the page as many bytes as a
 * reader's connection bears: one alone, and all of a page together. `text` is a short text as written: one to three sentences are far below it, and dozens of
 * them, each at its limit, still take less than a second.
 */
export const MOST = {
  bytes: 1_000_000,
  yaml: { characters: 150_000, depth: 40, items: 2_000 },
  picture: { bytes: 50_000_000, pixels: 40_000_000, shown: 80_000, page: 400_000 },
  text: { characters: 2_000, signs: 200 },
  prose: { characters: 100_000, lines: 3_000, depth: 8, markers: 4_000, signs: 2_000, indent: 80 },
} as const;

/** Why a short text is not parsed; `undefined` when it is. */
export function excessInText(text: string): string | undefined {
  const { characters, signs } = MOST.text;
  if (text.length > characters) return `this is ${text.length} characters long; a short text has at most ${characters}`;
  return excessIn(text, signs)?.message;
}

/** Why markdown is not parsed, and where it becomes too much; `undefined` when it is. */
export function excessIn(text: string, mostSigns: number = MOST.prose.signs) {
  const most = MOST.prose;
  if (text.length > most.characters)
    return { offset: 0, message: `the prose has ${text.length} characters; at most ${most.characters} are read` };
  let [offset, markers, signs] = [0, 0, 0];
  for (const [index, line] of text.split('\n').entries()) {
    const depth = markersBefore(line);
    markers += depth;
    signs = /^[ \t]*$/.test(line) ? 0 : signs + (line.match(/[*_~`<>[\]()!|&\\@]/g)?.length ?? 0);
    if (index >= most.lines) return { offset, message: `the prose has more than ${most.lines} lines` };
    if (depth > most.depth || markers > most.markers || line.search(/\S/) > most.indent)
      return { offset, message: 'lists or quotations are nested too deep here, or there are too many; split them up' };
    if (signs > mostSigns) {
      const message = `this part holds more than ${mostSigns} signs of markdown without an empty line between`;
      return { offset, message };
    }
    offset += line.length + 1;
  }
  return undefined;
}

/** How many signs of a list or a quotation open a line. */
function markersBefore(line: string): number {
  const opening = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*/.exec(line)?.[0] ?? '';
  return opening.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
}
