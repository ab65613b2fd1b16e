import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameLanguage } from '../i18n/language.ts';
import { everyNode } from '../text/nodes.ts';
import { draftYaml, noted } from './draft-yaml.ts';
import { assertArticles } from './library.ts';
import { MODEL } from './model/article.ts';
import type { Fields, Holds } from './model/fields.ts';
import { language } from './model/scalars.ts';
import type { Path } from './model/walk.ts';
import { type ParsedEdition, readEdition } from './read/edition.ts';
import { listAt, type RawItem, rootOf, textAt, textsAt } from './read/yaml-access.ts';
import { fieldsIn } from './rules/rule.ts';

/**
 * Starts a translation: every id, each text of the original as a comment above an empty value, the headings of the prose,
 * and what it places below them. It passes every check, as a draft that is not finished.
 *
 * @param languages the site's, the originals' first
 * @param lang the language of the translation
 * @returns the file, relative to the project
 * @throws {RangeError} with a sentence for the editor when there is nothing to translate, or a translation already
 */
export function newTranslation(root: string, slug: string, languages: readonly string[], lang: string): string {
  const [first = 'en', ...others] = languages;
  const folder = `content/articles/${slug}`;
  const path = `${folder}/${lang}.md`;
  assertArticles(root, slug);
  if (!others.includes(lang))
    throw new RangeError(
      `"${lang}" is not among the languages of translations in content/site.yaml (${others.join(', ')})`,
    );
  if (existsSync(join(root, path))) throw new RangeError(`${path} is there already; nothing was written`);
  const original = readEdition(root, `${folder}/${first}.md`, first);
  if (!original?.yaml.isWhole || !original.proseRead)
    throw new RangeError(`${folder}/${first}.md cannot be read whole; npm run check says why`);
  writeFileSync(join(root, path), skeleton(original, lang), { flag: 'wx' });
  return path;
}

/**
 * The text of a translation that has everything to translate.
 *
 * @param fields every part that the original can have
 */
export function skeleton(original: ParsedEdition, lang: string, fields: Fields = MODEL.fields): string {
  const { file, prose, proseStart, yaml } = original;
  const bones = everyNode(prose)
    .filter(({ type }) => type === 'heading' || type === 'leafDirective')
    .map(({ position: { start, end } = {} }) =>
      file.text.slice(proseStart + (start?.offset ?? 0), proseStart + (end?.offset ?? 0)),
    );
  const frontmatter: Draft = new Map<unknown, unknown>([
    [noted(HEAD, 'draft'), 'true'],
    ['partial', 'true'],
  ]);
  for (const { key, field, from, to } of fieldsIn(fields, rootOf(yaml))) {
    const { holds } = field;
    const text = holds.kind === 'words' ? textToTranslate(key, holds, from, original.lang, lang) : undefined;
    const texts = holds.kind === 'texts' ? textsAt(from, key).map((item) => noted([item.text], null)) : [];
    const entries = holds.kind === 'log' ? listAt(from, key).map((entry) => logEntryOf(entry, holds)) : [];
    const inOrder = [...texts, ...entries];
    if (inOrder.length > 0) groupIn(frontmatter, to.path).set(key, inOrder);
    // The entries of a log stand there already.
    if (text !== undefined && typeof to.path.at(-1) !== 'number')
      groupIn(frontmatter, to.path).set(noted([text], key), null);
  }
  return [`---\n${draftYaml(frontmatter)}---`, ...bones.map((line) => `\n${line}`), ''].join('\n');
}

const HEAD = [
  'Each comment is what the original edition says. Write its translation behind the key below it, in quotes where',
  'that holds a colon. While this is a draft, only `npm run dev` shows it; until it is no longer partial, what is',
  'still empty is shown in the original language.',
];

type Draft = Map<unknown, unknown>;

/** The group at a path, which is made where it is not there. */
function groupIn(draft: Draft, path: Path): Draft {
  return path.reduce<Draft>((group, key) => {
    const below = (group.get(key) as Draft | undefined) ?? new Map<unknown, unknown>();
    group.set(key, below);
    return below;
  }, draft);
}

/** What an entry of a log asks a translation for: its note alone, or where it has more words a group of them. */
function logEntryOf(entry: RawItem, { fields, note }: Holds & { kind: 'log' }): unknown {
  const words = Object.entries(fields).flatMap(([key, { holds }]) => {
    const text = holds.kind === 'words' ? textAt(entry, key) : undefined;
    return text === undefined ? [] : [[noted([text], key), null] as const];
  });
  return words.length > 1 ? new Map(words) : noted([textAt(entry, note) ?? ''], null);
}

/** What a key asks a translation for: its own text, or words in another language than that of the translation. */
function textToTranslate(
  key: string,
  { translates }: Holds & { kind: 'words' },
  item: RawItem,
  from: string,
  to: string,
): string | undefined {
  if (!translates) return textAt(item, key);
  const spoken = textAt(item, translates.language) ?? from;
  const isForeign = language.safeParse(spoken).success && !isSameLanguage(spoken, to);
  return isForeign ? textAt(item, translates.words) : undefined;
}
