import type { Node } from '@takumi-rs/core';
import { clipPath, PALETTE, type SideLook } from '../styles/palette.ts';
import { emWidth } from './em-width.ts';
import { FAMILIES, type Family, stackFor } from './fonts.ts';

/** What a preview picture shows. All texts are plain. */
export interface Card {
  /** A language tag (BCP 47): where lines may break differs. */
  readonly lang: string;
  readonly siteName: string;
  readonly title: string;
  /** The line above the title: when and where. */
  readonly over: string;
  /** The line at the foot. */
  readonly under: string;
  /** One mark for each event of the story, in order. */
  readonly marks: readonly CardMark[];
  /** How well the event is established, in a word. */
  readonly status?: string;
}

/** An event on the line. */
export interface CardMark {
  /** The place of its side in the palette, from 1; 0 without a side. */
  readonly side: number;
  /** Whether the picture is of this event. */
  readonly here: boolean;
}

/** Its size in pixels: 1.91 to 1, as Facebook, X and LinkedIn show pictures. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

// KakaoTalk cuts 15 pixels off the top and the bottom, so the words keep well away from there.
const MARGIN = { block: 54, inline: 72 };
const INNER = CARD_SIZE.width - 2 * MARGIN.inline;

const INK = '#1c1a17';
const SOFT = '#4d483f';
const HAIRLINE = '#c9bfad';
const PAPER = '#faf7f0';
/** An event of no side. */
const NEUTRAL: Pick<SideLook, 'light' | 'corners'> & { readonly isRing?: true } = { light: '#8a8272', isRing: true };

/** The sizes that a title is tried in, with the lines that it may take. */
const TITLES = [
  { size: 80, lines: 2 },
  { size: 70, lines: 3 },
  { size: 60, lines: 4 },
  { size: 52, lines: 4 },
];
const SMALLEST_TITLE = { size: 44, lines: 5 };
const LONGEST = 300;

type Style = NonNullable<Node['style']>;

/**
 * Lays out a preview picture.
 *
 * @returns what the renderer draws: the one thing, beside fonts and renderer, that decides how it looks
 */
export function cardTree(whole: Card): Node {
  const card = { ...whole, ...Object.fromEntries(NAMES.map((name) => [name, drawable(whole[name])])) };
  const page = { ...CARD_SIZE, backgroundColor: PAPER, padding: `${MARGIN.block}px ${MARGIN.inline}px` };
  const over = { fontSize: 32, fontWeight: 600, color: SOFT, marginBottom: 16, lineClamp: 2, lineHeight: 1.3 };
  return box({ ...page, flexDirection: 'column', justifyContent: 'space-between' }, [
    masthead(card),
    box({ flexDirection: 'column' }, [
      ...(card.over ? [words(card.over, { ...over, textWrap: 'balance' })] : []),
      title(card.title),
    ]),
    foot(card),
  ]);
}

/** The texts of a card, each with the font that it is set in. */
const TEXTS = { siteName: 'sans', title: 'serif', over: 'sans', under: 'sans', status: 'sans' } as const;
type TextName = keyof typeof TEXTS;
const NAMES = Object.keys(TEXTS) as TextName[];

/** What ends a text that is cut short. */
const DOTS = '…';

/**
 * What a picture shows of a text. No font here has emoji, and the words are whole without; a text with another
 * character that is not in the fonts is not drawn at all.
 */
export function drawable(text = ''): string {
  const words = text
    .replaceAll(/\p{RGI_Emoji}/gv, '')
    .replaceAll(/ +/g, ' ')
    .trim();
  // What only one of the fonts has would leave half of the words.
  return FAMILIES.every((family) => stackFor(family, words)) ? words : '';
}

/** Every text that a card may come to show, by its font. The first one is the same on every card. */
export function cardTexts(card: Card): [family: Family, text: string][] {
  return [['serif', DOTS], ...NAMES.map((name): [Family, string] => [TEXTS[name], `${drawable(card[name])}${DOTS}`])];
}

function masthead({ siteName, status }: Card): Node {
  const frame = { alignItems: 'center', border: `2px solid ${INK}`, borderRadius: 30, padding: '8px 22px 8px 20px' };
  return box({ height: 54, justifyContent: 'space-between', alignItems: 'center' }, [
    box({ alignItems: 'center' }, [
      mark(lookOf(1), 20),
      box({ width: 8, height: 1 }, []),
      mark(lookOf(2), 20),
      words(siteName, { fontSize: 30, fontWeight: 700, marginLeft: 18, letterSpacing: -0.3 }),
    ]),
    ...(status ? [box(frame, [words(status, { fontSize: 26, fontWeight: 600 })])] : []),
  ]);
}

function title(text: string): Node {
  const width = emWidth(cut(text)) / (INNER * 0.93);
  const { size, lines } = TITLES.find((one) => width * one.size <= one.lines) ?? SMALLEST_TITLE;
  const spacing = { lineHeight: 1.16, letterSpacing: size * -0.012, textWrap: 'balance' } as const;
  const style = { fontSize: size, fontWeight: 600, lineClamp: lines, textOverflow: 'ellipsis', ...spacing } as const;
  return words(text, style, 'serif');
}

function foot({ marks, under }: Card): Node {
  const line = { fontSize: 26, fontWeight: 400, color: SOFT, marginTop: 22, lineClamp: 1, textOverflow: 'ellipsis' };
  return box({ flexDirection: 'column' }, [timeline(marks), words(under, line)]);
}

function timeline(marks: readonly CardMark[]): Node {
  const height = 36;
  const some = marks.some(({ here }) => here);
  const gap = INNER / Math.max(marks.length, 1);
  const size = Math.min(16, Math.max(4, Math.floor(gap * 0.5)));
  return box({ width: INNER, height, position: 'relative' }, [
    box({ position: 'absolute', left: 0, top: height / 2 - 1, width: INNER, height: 2, backgroundColor: HAIRLINE }, []),
    ...marks.map(({ side, here }, index) => {
      const across = here ? 34 : size;
      const look = lookOf(side);
      const place = { left: Math.round(gap * (index + 0.5) - across / 2), top: (height - across) / 2 };
      const shown = some && !here ? { ...look, light: HAIRLINE } : look;
      return box({ position: 'absolute', ...place, width: across, height: across }, [mark(shown, across)]);
    }),
  ]);
}

/** @param side its place in the palette, from 1; 0 for none */
function lookOf(side: number): typeof NEUTRAL {
  return PALETTE[side - 1] ?? NEUTRAL;
}

/** @param size the width of a disc; what has corners is a little larger, so that it looks as large */
function mark({ light, corners, isRing }: typeof NEUTRAL, size: number): Node {
  // As on the page.
  if (isRing) {
    const border = `${Math.ceil(size * 0.18)}px solid ${light}`;
    return box({ width: size, height: size, borderRadius: size, border, backgroundColor: PAPER }, []);
  }
  if (!corners) return box({ width: size, height: size, borderRadius: size, backgroundColor: light }, []);
  const edge = size * 1.16;
  return box({ width: size, height: size, alignItems: 'center', justifyContent: 'center' }, [
    box({ width: edge, height: edge, flexShrink: 0, backgroundColor: light, clipPath: clipPath(corners) }, []),
  ]);
}

function box(style: Style, children: Node[]): Node {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

const WORDS: Style = { color: INK, wordBreak: 'keep-all', overflowWrap: 'anywhere' };

function words(text: string, style: Style, family: Family = 'sans'): Node {
  const fontFamily = (stackFor(family, text + DOTS) ?? []).join(', ');
  return { type: 'text', text: cut(text), style: { ...WORDS, fontFamily, ...style } };
}

// More than this is never seen, and a word of thousands of letters takes long to lay out.
function cut(text: string): string {
  return text.length <= LONGEST ? text : [...text].slice(0, LONGEST).join('');
}
