import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { everyText, listAt, listRoot, mapAt, type RawItem, textAt } from '../raw.ts';
import { type ArticleDraft, type EditionDraft, factsOf, problemAt, problemInProse, type Rule } from './rule.ts';
import { editionsOf } from './prose.ts';

/** Abbreviations that stand for themselves: no reader looks them up. */
const KNOWN = new Set(['US', 'USA', 'UK', 'EU', 'UN', 'UAE', 'TV', 'PC', 'CD', 'DVD', 'ID', 'PDF', 'GPS', 'DNA', 'AIDS', 'AM', 'PM', 'UTC', 'GMT', 'BC', 'AD', 'OK', 'SOS', 'CEO', 'NATO', 'UNESCO', 'NASA', 'AI']); // prettier-ignore

/** Short texts that are shown to readers as words: other keys hold ids, dates and addresses. */
const WORDS = new Set([
  'title',
  'summary',
  'keyPoints',
  'text',
  'note',
  'means',
  'claim',
  'question',
  'label',
  'role',
  'updates',
]);

/** Letters in a row that stand for words; not a part of a name with a hyphen, such as HL-GA, or an initial. */
const ABBREVIATION = /(?<![\p{L}\p{N}./_-])\p{Lu}[\p{Lu}\d]{1,5}(?![\p{L}\p{N}_]|-\p{L}|\.\p{L})/gu;

/** What every abbreviation holds; far quicker to look for. */
const CAPITALS = /\p{Lu}[\p{Lu}\d]/u;

/** An abbreviation is explained among the terms, in brackets beside its words, or as somebody's name. */
export const explainedAbbreviations: Rule = (article, report) => {
  for (const edition of editionsOf(article)) {
    const texts = textsOf(edition);
    const used = texts.filter(({ words }) => CAPITALS.test(words) && words.search(ABBREVIATION) !== -1);
    // What is explained costs more to find than what needs it, and most articles need nothing.
    if (used.length === 0) continue;
    const explained = explainedIn(article, edition, texts);
    for (const { words, complain } of used)
      for (const [abbreviation] of words.matchAll(ABBREVIATION)) {
        if (explained.has(abbreviation) || /^[IVXLCDM]+$/.test(abbreviation)) continue;
        // Once is enough, where it is used first.
        explained.add(abbreviation);
        report(complain(abbreviation));
      }
  }
};

interface Words {
  words: string;
  complain(abbreviation: string): ReturnType<typeof problemAt>;
}

function textsOf(edition: EditionDraft): Words[] {
  const short = everyText(edition.yaml.value)
    .filter(
      ({ path }) => path.some((key) => WORDS.has(String(key))) && path.at(-1) !== 'id' && path.at(-2) !== 'sources',
    )
    .map(({ path, text }) => ({
      words: withoutAddresses(text),
      complain: (abbreviation: string) => problemAt(edition.yaml, path, message(abbreviation), 'abbreviation'),
    }));
  const prose = edition.prose.children.map((block) => {
    const offset = block.position?.start.offset ?? 0;
    const source = wordsOf(block);
    return {
      words: source,
      complain: (abbreviation: string) =>
        problemInProse(edition, placeIn(block, abbreviation) ?? offset, message(abbreviation), 'abbreviation'),
    };
  });
  return [...short, ...prose];
}

function explainedIn({ original, sources }: ArticleDraft, edition: EditionDraft, texts: readonly Words[]): Set<string> {
  const explained = new Set(KNOWN);
  const takeFrom = (text: string): void => {
    for (const [abbreviation] of text.matchAll(ABBREVIATION)) explained.add(abbreviation);
  };
  for (const { words } of texts)
    for (const [inBrackets] of words.matchAll(/[(（][^()（）]{2,60}[)）]/g)) takeFrom(inBrackets);
  // "ICE (Immigration and Customs Enforcement)" explains what stands before the brackets.
  for (const { words } of texts) for (const [, before] of words.matchAll(/(\S+) ?[(（]/g)) takeFrom(before ?? '');
  for (const facts of [factsOf(original), factsOf(edition)]) for (const name of namesIn(facts)) takeFrom(name);
  for (const source of sources ? listRoot(sources) : []) {
    takeFrom(textAt(source, 'publisher') ?? '');
    takeFrom(textAt(source, 'author') ?? '');
  }
  return explained;
}

/** What is named or defined: terms, and the names of sides, places, people and of whoever says something. */
function namesIn(facts: RawItem): string[] {
  const lists = ['terms', 'sides', 'people', 'timeline', 'disputes'];
  const items = lists.flatMap((key) => [...listAt(facts, key), ...mapAt(facts, key).values()]);
  const positions = items.flatMap((item) => [...listAt(item, 'positions'), ...mapAt(item, 'positions').values()]);
  return [...items, ...positions, ...mapAt(facts, 'places').values()].flatMap((item) =>
    ['term', 'means', 'name', 'saidBy'].flatMap((key) => textAt(item, key) ?? []),
  );
}

function wordsOf(node: Nodes): string {
  if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'footnoteReference') return ' ';
  if (node.type === 'link' && /^(?:https?:|mailto:)/.test(toString(node))) return ' ';
  if ('value' in node) return node.value.replace(/^\[!NOTE\]/, '');
  return 'children' in node
    ? node.children.map((child) => wordsOf(child)).join(node.type === 'tableRow' ? ' ' : '')
    : ' ';
}

function placeIn(node: Nodes, word: string): number | undefined {
  if (node.type === 'text') {
    const at = [...node.value.matchAll(ABBREVIATION)].find(([found]) => found === word)?.index;
    return at === undefined ? undefined : (node.position?.start.offset ?? 0) + at;
  }
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const place = placeIn(child, word);
    if (place !== undefined) return place;
  }
  return undefined;
}

function withoutAddresses(text: string): string {
  return text.replace(/\[\^[^\]]*\]|\]\([^)]*\)|https?:\/\/\S+|`[^`]*`/g, ' ');
}

function message(abbreviation: string): string {
  return `"${abbreviation}" is explained nowhere; write its words with (${abbreviation}) behind them, or define it in terms`;
}
