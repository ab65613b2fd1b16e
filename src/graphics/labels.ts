import { emWidth } from './em-width.ts';
import type { Point } from './short-path.ts';

/** The words beside a mark, as SVG sets them. */
export interface Label {
  /** Where its first line stands, and how the lines are aligned there. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
}

/** A mark with a name that wants to stand beside it. */
interface Named {
  readonly x: number;
  readonly y: number;
  /** Half its width and half its height. */
  readonly half: number;
  readonly tall: number;
  /** Empty for a mark without a name. */
  readonly name: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The size of a label's letters. */
const LETTERS = 11;
/** From one line of a label to the next. */
export const LINE = 12;
const GAP = 3;
/** A longer name is tried in two lines as well, in times of the size of its letters. */
const SHORT = 5;

/**
 * Places the names of marks beside them, each where it covers no mark and no other name, and no line if that can be.
 * One that fits nowhere is left out: its number stands in the legend.
 *
 * @param size the width and height of the map
 * @param lines the straight pieces of its lines
 */
export function placeLabels(
  marks: readonly Named[],
  size: number,
  lines: readonly (readonly [from: Point, to: Point])[],
): (Label | undefined)[] {
  const taken = marks.map(({ x, y, half, tall }): Box => box(x - half, y - tall, 2 * half, 2 * tall));
  return marks.map((mark) => {
    const fits = linesOf(mark.name)
      .flatMap((words) => places(mark, words, size))
      .filter(({ room }) => isInside(room, size) && !taken.some((other) => overlap(room, other)));
    const fit = fits.find(({ room }) => !lines.some((line) => crosses(line, room))) ?? fits[0];
    if (fit) taken.push(fit.room);
    return fit?.label;
  });
}

/** A name in one line, and in two of about the same length where it is long. */
function linesOf(name: string): string[][] {
  if (name === '') return [];
  return emWidth(name) > SHORT ? [[name], inTwoLines(name)] : [[name]];
}

/** Words in two lines of about the same length; in one where nothing parts them. */
export function inTwoLines(words: string): string[] {
  const spaces = [...words.matchAll(/[ -]/g)].map(({ index }) => index + 1);
  const halves = spaces.map((at) => [words.slice(0, at).trimEnd(), words.slice(at)]);
  const widest = (lines: readonly string[]): number => Math.max(...lines.map(emWidth));
  return halves.toSorted((one, other) => widest(one) - widest(other))[0] ?? [words];
}

function places({ x, y, half, tall }: Named, lines: readonly string[], size: number): { label: Label; room: Box }[] {
  const width = Math.max(...lines.map(emWidth)) * LETTERS;
  const height = lines.length * LINE;
  // Above or below a mark at the edge the name keeps within the map.
  const middle = Math.max(4, Math.min(x - width / 2, size - 4 - width));
  const at = (left: number, top: number, anchor: Label['anchor']) => ({
    // Names side by side want a space between them.
    room: box(left - 2, top, width + 4, height),
    label: {
      x: Math.round({ start: left, middle: left + width / 2, end: left + width }[anchor]),
      y: Math.round(top + LETTERS - 1.5),
      ...{ anchor, lines },
    },
  });
  return [
    at(x + half + GAP, y - height / 2, 'start'),
    at(x - half - GAP - width, y - height / 2, 'end'),
    at(middle, y + tall + 1, 'middle'),
    at(middle, y - tall - 1 - height, 'middle'),
  ];
}

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, width, height };
}

function isInside({ left, top, width, height }: Box, size: number): boolean {
  return left >= 2 && top >= 2 && left + width <= size - 2 && top + height <= size - 2;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

/** Whether a line passes through a box: it comes beside it, and leaves some of its corners on either hand. */
function crosses([[x, y], [toX, toY]]: readonly [Point, Point], room: Box): boolean {
  const { left, top, width, height } = room;
  const span = box(Math.min(x, toX), Math.min(y, toY), Math.abs(toX - x), Math.abs(toY - y));
  const corners = [left, left + width].flatMap((atX) => [top, top + height].map((atY) => [atX, atY] as const));
  const hands = corners.map(([atX, atY]) => Math.sign((toX - x) * (atY - y) - (toY - y) * (atX - x)));
  return overlap(span, room) && new Set(hands).size > 1;
}
