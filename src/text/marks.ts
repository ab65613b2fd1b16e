/**
 * Marks of markdown that no construct took: a page would print them as they stand. A mark that is meant as a letter has
 * a backslash before it; one between two letters or digits (`first_name`, `3~4`) is a letter anyway.
 */

interface Mark {
  readonly found: RegExp;
  readonly advice: (mark: string) => string;
}

const ESCAPE = (mark: string): string =>
  `write what it belongs to, or a backslash before it: ${mark.replace(/./g, '\\$&')}`;
const LINK = (): string => 'a link is written [words](https://example.org/page), without a space between';
const QUOTATION = (): string => 'a quotation stands between two empty lines, each of its lines with ">" before it';
const ITEM = (): string => 'begin each item of a list with "- ", a hyphen and a plain space, below an empty line';
const NOTE = (): string =>
  'the desk’s own explanation starts with "> [!NOTE]" on a line of its own; there is no other kind';
const TABLE = (): string =>
  'a table stands between two empty lines and has a second line such as "| --- | --- |", with as many columns as the first';
const OTHER = (): string => 'other programs know this mark, and this one does not; take it out';
const PART = (): string => 'a part is placed alone on a line of the prose, such as ::map or ::event{#id}';
const RULE = (): string => 'a line across the page stands between two empty lines';

const ANYWHERE: readonly Mark[] = [
  { found: /\*+/u, advice: ESCAPE },
  { found: /~~+/u, advice: ESCAPE },
  { found: /`+/u, advice: ESCAPE },
  { found: /__+|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u, advice: ESCAPE },
  { found: /\[!(?=\p{L})/u, advice: NOTE },
  { found: /[\]］][([]|[\]］]\s*[(（](?=https?:|www\.|mailto:|\.{1,2}\/|#)|\[\[|!\[/u, advice: LINK },
  { found: /==(?=[^\s=])|(?<!(?:::|：：)\s?[\w-]{0,40})\{(?=[#.:%{][^\s}]?)|\$\$/u, advice: OTHER },
  { found: /(?<![\p{L}\p{N}:：])(?:::|：：)\s?[a-z][\w-]*/iu, advice: PART },
  { found: /<(?=https?:|www\.|mailto:)/u, advice: () => 'an address between "<" and ">" is whole and holds no space' },
  {
    found: /&(?:nbsp|amp|lt|gt|quot|shy|[mn]dash|hellip)(?![\p{L}\p{N};])/u,
    advice: () => 'end it with ";", or write the sign itself',
  },
  { found: /\\/u, advice: () => 'a backslash stands before a sign of markdown only; take it out, or double it' },
];

// Spaces that markdown does not count as such, and a no-break space that nobody sees, are what mostly went wrong.
const AT_LINE_START: readonly Mark[] = [
  {
    found: /#{2,}|#(?=\s)/u,
    advice: (mark) =>
      `a heading is "${mark}", a plain space and its words, on a line of its own between two empty lines`,
  },
  { found: />/u, advice: QUOTATION },
  { found: /:{3,}|!{3}(?=\s)/u, advice: OTHER },
  { found: /[-+](?=\s|$)|-(?=[\p{L}"“‘(])|[•‣⁃◦▪▫●○■□◆◇▶·∙ㆍ・](?=\s|$)|\[[ xX]?\](?=\s)/u, advice: ITEM },
  {
    found: /\d{1,9}[.)](?=[^\S \t\n])|\d{1,2}[.)](?=\p{L})/u,
    advice: (mark) => `begin each item of a list with "${mark} ", with a plain space, below an empty line`,
  },
  { found: /\|/u, advice: TABLE },
  { found: /(?:[-=][ \t]*){3,}(?=\n|$)/u, advice: RULE },
];

const ALL = [
  ...ANYWHERE,
  ...AT_LINE_START.map(({ found, advice }) => ({
    found: new RegExp(`(?<=^[ \\t]{0,99})(?:${found.source})`, 'mu'),
    advice,
  })),
];

/** Signs without which a text holds no mark, far quicker to look for; digits and bullets open lines only. */
const SIGNS = /[*~`_[\]<&\\#>+|={•‣⁃◦▪▫●○■□◆◇▶·∙ㆍ・-]|\$\$|::|：：|^[ \t]*(?:\d|!!!)/mu;

/**
 * The marks that are left over in some words, each kind once.
 *
 * @param written the words as they stand in the source
 * @param isQuoted whether they stand in a quotation, whose mark opens each line
 * @param opensLine whether a line starts with them
 * @returns the offset of each into what was written, and a sentence for the editor
 */
export function strayMarks(written: string, isQuoted: boolean, opensLine: boolean): { at: number; message: string }[] {
  if (!SIGNS.test(written)) return [];
  // What is escaped is a letter, and offsets stay.
  const bare = written
    .replace(/\\[!-/:-@[-`{-~]|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi, (escaped) => 'x'.repeat(escaped.length))
    .replace(isQuoted ? /(?<=\n)[ \t>]*/g : /(?<=\n)[ \t]*/g, (opening) => ' '.repeat(opening.length));
  const lines = opensLine ? bare : `x${bare.slice(1)}`;
  return ALL.flatMap(({ found, advice }, index) => {
    const mark = found.exec(index < ANYWHERE.length ? bare : lines);
    return mark ? [{ at: mark.index, message: `"${mark[0]}" would be printed as it stands; ${advice(mark[0])}` }] : [];
  });
}
