import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameLanguage } from '../i18n/language.ts';
import { nodesOf } from '../text/nodes.ts';
import { comment } from './import/yaml-lines.ts';
import { assertArticles } from './library.ts';
import { MODEL } from './model/article.ts';
import type { Field, Fields } from './model/fields.ts';
import { language } from './model/scalars.ts';
import { type ParsedEdition, readEdition } from './read/edition.ts';
import { groupAt, listAt, mapAt, type RawItem, rootOf, textAt, textsAt } from './read/yaml-access.ts';

/**
 * Starts a translation: every id, each text of the original as a comment above an empty value, and the headings of the
 * prose. It passes every check, as a draft that is not finished.
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
  const headings = nodesOf(prose, 'heading').map(({ position }) =>
    file.text.slice(proseStart + (position?.start.offset ?? 0), proseStart + (position?.end.offset ?? 0)),
  );
  const head = [
    '# Each comment is what the original edition says. Write its translation behind the key below it, in quotes where',
    '# that holds a colon. While this is a draft, only `npm run dev` shows it; until it is no longer partial, what is',
    '# still empty is shown in the original language.',
    'draft: true',
    'partial: true',
  ];
  const words = wordsOf(fields, rootOf(yaml), { from: original.lang, to: lang }, '');
  return ['---', ...head, ...words, '---', ...headings.map((heading) => `\n${heading}`), ''].join('\n');
}

interface Languages {
  readonly from: string;
  readonly to: string;
}

function wordsOf(fields: Fields, item: RawItem, languages: Languages, indent: string): string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    if (field.translated === undefined) return [];
    if (field.holds.kind === 'words') {
      const text = textToTranslate(key, field.holds, item, languages);
      return text === undefined ? [] : [...commented(text, indent), `${indent}${key}:`];
    }
    const inside = partsOf(key, field, item, languages, `${indent}  `);
    return inside.length > 0 ? [`${indent}${key}:`, ...inside] : [];
  });
}

function textToTranslate(
  key: string,
  { translates }: Field['holds'] & { kind: 'words' },
  item: RawItem,
  { from, to }: Languages,
): string | undefined {
  if (!translates) return textAt(item, key);
  const spoken = textAt(item, translates.language) ?? from;
  const isForeign = language.safeParse(spoken).success && !isSameLanguage(spoken, to);
  return isForeign ? textAt(item, translates.words) : undefined;
}

function partsOf(key: string, { holds }: Field, item: RawItem, languages: Languages, indent: string): string[] {
  switch (holds.kind) {
    case 'texts':
      return textsAt(item, key).flatMap(({ text }) => [...commented(text, indent), `${indent}-`]);
    case 'log':
      return listAt(item, key).flatMap((entry) => [
        ...commented(textAt(entry, holds.note) ?? '', indent),
        `${indent}-`,
      ]);
    case 'group': {
      const group = groupAt(item, key);
      return group ? wordsOf(holds.fields, group, languages, indent) : [];
    }
    case 'list':
    case 'map': {
      const entries: Iterable<[string, RawItem]> =
        holds.kind === 'map'
          ? mapAt(item, key)
          : listAt(item, key).map((entry) => [textAt(entry, 'id') ?? '', entry] as const);
      return [...entries].flatMap(([id, entry]) => {
        const inside = wordsOf(holds.fields, entry, languages, `${indent}  `);
        return id === '' || inside.length === 0 ? [] : [`${indent}${id}:`, ...inside];
      });
    }
    default:
      return [];
  }
}

function commented(text: string, indent: string): string[] {
  return comment(text.trimEnd()).map((line) => indent + line);
}
