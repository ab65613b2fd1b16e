import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { nodesOf } from '../../text/nodes.ts';
import type { Fields } from '../model/fields.ts';
import { fieldAt, type Path } from '../model/walk.ts';
import { listRoot, shortTexts, textAt } from '../read/yaml-access.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { editionsOf, offsetOf, type ParsedArticle, rule } from './rule.ts';

/** Abbreviations that stand for themselves: no reader looks them up. */
const KNOWN = new Set(['US', 'USA', 'UK', 'EU', 'UN', 'UAE', 'TV', 'PC', 'CD', 'DVD', 'ID', 'PDF', 'GPS', 'DNA', 'AIDS', 'HIV', 'COVID', 'FBI', 'CIA', 'BBC', 'AM', 'PM', 'UTC', 'GMT', 'BC', 'AD', 'OK', 'SOS', 'CEO', 'NATO', 'UNESCO', 'NASA', 'AI']); // prettier-ignore

/** Letters in a row that stand for words; not a part of a name with a hyphen, such as HL-GA, or an initial. */
const ABBREVIATION = /(?<![\p{L}\p{N}./_-])\p{Lu}[\p{Lu}\d]{1,5}(?![\p{L}\p{N}_]|-\p{L}|\.\p{L})/gu;

/** Names in capitals, of ships and firms: several such words in a row, and one before a word that starts with a capital. */
const NAME =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{2,}(?:[ \u00a0-]\p{Lu}{2,})+(?:[ \u00a0]\p{Lu}\p{Ll}+)*|\p{Lu}{2,}(?:[ \u00a0]\p{Lu}\p{Ll}+)+)/gu;

/** Four letters and more that can be spoken as a word are mostly a name, such as that of a firm. */
const SPOKEN = /^(?=.{4})\p{Lu}*[AEIOUY]\p{Lu}*$/u;

/** What every abbreviation holds; far quicker to look for. */
const CAPITALS = /\p{Lu}[\p{Lu}\d]/u;

/** An abbreviation is explained among the terms, in brackets beside its words, or as somebody's name. */
export const abbreviation = rule('abbreviation', (article, say) => {
  // What explains one may stand in the part that could not be read.
  const { original, sources } = article;
  if (!original.yaml.isWhole || sources?.isWhole === false) return;
  for (const edition of editionsOf(article).filter(({ yaml, proseRead }) => yaml.isWhole && proseRead)) {
    const texts = textsOf(article.fields, edition);
    const used = texts.filter(({ words }) => CAPITALS.test(words) && words.search(ABBREVIATION) !== -1);
    // What is explained costs more to find than what needs it, and most articles need nothing.
    if (used.length === 0) continue;
    const explained = explainedIn(article, edition, texts);
    for (const { words, path, block } of used) {
      const places = block && placesIn(block);
      for (const [letters] of words.replace(NAME, ' ').matchAll(ABBREVIATION)) {
        if (explained.has(letters) || SPOKEN.test(letters) || /^[IVXLCDM]+$/.test(letters)) continue;
        // Once is enough, where it is used first.
        explained.add(letters);
        if (path) say.at(edition.yaml, path, message(letters));
        if (block) say.inProse(edition, places?.get(letters) ?? offsetOf(block), message(letters));
      }
    }
  }
});

/** Words, and where they stand: in a short text, or in a block of the prose. */
interface Words {
  readonly words: string;
  readonly path?: Path;
  readonly block?: Nodes;
}

function textsOf(fields: Fields, edition: ParsedEdition): Words[] {
  const short = shortTexts(edition.yaml)
    .filter(({ path }) => ['text', 'definition'].includes(roleOf(fields, path) ?? ''))
    .map(({ path, text }) => ({ words: withoutAddresses(text), path }));
  return [...short, ...edition.prose.children.map((block) => ({ words: wordsOf(block), block }))];
}

function explainedIn({ fields, original, sources }: ParsedArticle, edition: ParsedEdition, texts: readonly Words[]) {
  const named = [original, edition].flatMap(({ yaml }) =>
    shortTexts(yaml).filter(({ path }) => ['name', 'definition'].includes(roleOf(fields, path) ?? '')),
  );
  const explaining = [
    ...texts.flatMap(({ words }) => words.match(/[(（][^()（）]{2,60}[)）]/g) ?? []),
    // "ICE (Immigration and Customs Enforcement)" explains what stands before the brackets.
    ...texts.flatMap(({ words }) => Array.from(words.matchAll(/(\S{2,60}) ?[(（]/g), ([, before = '']) => before)),
    ...named.map(({ text }) => text),
    ...listRoot(sources).flatMap((source) => [textAt(source, 'publisher'), textAt(source, 'author')]),
  ];
  return new Set([...KNOWN, ...explaining.flatMap((text) => text?.match(ABBREVIATION) ?? [])]);
}

/** What the text at a path is to a reader; absent for ids, dates and whatever is not shown as words. */
function roleOf(fields: Fields, path: Path): string | undefined {
  const holds = fieldAt(fields, path)?.holds;
  if (holds?.kind === 'texts') return 'text';
  return holds?.kind === 'words' ? holds.role : undefined;
}

function wordsOf(node: Nodes): string {
  if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'footnoteReference') return ' ';
  if (node.type === 'link' && /^(?:https?:|mailto:)/.test(toString(node))) return ' ';
  if ('value' in node) return node.value.replace(/^\[!NOTE\]/, '');
  return 'children' in node
    ? node.children.map((child) => wordsOf(child)).join(node.type === 'tableRow' ? ' ' : '')
    : ' ';
}

/** Where each abbreviation of a block stands first. */
function placesIn(block: Nodes): Map<string, number> {
  const all = nodesOf(block, 'text').flatMap((node) =>
    Array.from(node.value.matchAll(ABBREVIATION), ({ 0: found, index }) => [found, offsetOf(node) + index] as const),
  );
  // Of several entries a map keeps the last.
  return new Map(all.toReversed());
}

function withoutAddresses(text: string): string {
  return text.replace(/\[\^[^\]]*\]|\]\([^)]*\)|https?:\/\/\S+|`[^`]*`/g, ' ');
}

function message(letters: string): string {
  return `"${letters}" is explained nowhere; write its words with (${letters}) behind them, or define it in terms`;
}
