/**
 * Characters that no reader sees and that change what is read: Unicode's bidirectional embeddings, overrides
 * and isolates turn the text around them, C1 controls are left over from an old encoding, and separators,
 * byte-order marks and noncharacters break what other programs read. What has a shape in one font alone (private use)
 * or in none (unassigned) is a box to everybody else. Marks that scripts need stay: the soft hyphen, the joiners
 * (U+200C, U+200D) and the marks that give a direction to what is next to them (U+200E, U+200F).
 */
const HIDDEN = /[\u0080-\u009f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffd\p{Co}\p{Cn}]/u;

/** A hidden character in a text. */
export interface HiddenCharacter {
  /** Offset into the text. */
  readonly at: number;
  /** What it is, and what to write instead: the subject and the rest of a sentence for the editor. */
  readonly name: string;
  readonly advice: string;
}

/** A character by its number, as Unicode names it: `U+202E`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The hidden characters of a text, in order. */
export function hiddenIn(text: string): HiddenCharacter[] {
  if (!HIDDEN.test(text)) return [];
  return [...text.matchAll(new RegExp(HIDDEN, 'gu'))].map(({ 0: sign, index: at }) => ({ at, ...describe(sign) }));
}

/**
 * The first numeric character reference, such as `&#x202e;`, that stands for a hidden character or for none.
 *
 * @param source markdown as written
 */
export function hiddenReferenceIn(source: string): (HiddenCharacter & { readonly written: string }) | undefined {
  for (const { 0: written, 1: hex, 2: decimal, index } of source.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi)) {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (!isCharacter(code)) return { at: index, written, ...LOST };
    const [hidden] = hiddenIn(String.fromCodePoint(code));
    if (hidden) return { ...hidden, at: index, written };
  }
  return undefined;
}

// Markdown turns a reference to any of the others into U+FFFD.
function isCharacter(code: number): boolean {
  return code <= 0x10ffff && !/[\0-\x08\x0b-\x1f\x7f\p{Cs}\ufffe\uffff]/u.test(String.fromCodePoint(code));
}

const LOST = { name: 'a character that was lost (U+FFFD)', advice: 'write the character that belongs here' };
const MEANT = 'write the character that is meant';
const TURNS = 'take it out; where a direction has to be marked, U+200E and U+200F are allowed';

function describe(character: string): Omit<HiddenCharacter, 'at'> {
  const code = character.codePointAt(0) as number;
  const number = `(${codePoint(character)})`;
  if (character === '\ufffd') return LOST;
  if (/[\u202a-\u202e\u2066-\u2069]/.test(character))
    return { name: `an invisible character that turns text around ${number}`, advice: TURNS };
  if (/[\u2028\u2029]/.test(character))
    return { name: `an invisible line break ${number}`, advice: 'write a plain line break or a space' };
  if (character === '\ufeff') return { name: `an invisible byte-order mark ${number}`, advice: 'take it out' };
  if (character === '\ufffc')
    return { name: `the place of an object that was not pasted ${number}`, advice: 'take it out' };
  if (/[\p{Co}\p{Cn}]/u.test(character) && !/\p{Noncharacter_Code_Point}/u.test(character))
    return { name: `a character that has a shape in no common font ${number}`, advice: MEANT };
  if (code >= 0xa0) return { name: `an invisible character ${number}`, advice: 'take it out' };
  const meant = new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  const advice = meant === character ? 'take it out' : `write ${meant}`;
  return { name: `a character of an old encoding ${number}`, advice };
}
