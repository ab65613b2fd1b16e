import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSameLanguage } from '../i18n/language.ts';
import { nodesOf } from '../text/nodes.ts';
import { draftYaml, noted } from './draft-yaml.ts';
import { assertArticles } from './library.ts';
import { MODEL } from './model/article.ts';
import type { Fields, Holds } from './model/fields.ts';
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
  const words = wordsOf(fields, rootOf(yaml), { from: original.lang, to: lang });
  const frontmatter = new Map<unknown, unknown>([
    [noted(HEAD, 'draft'), 'true'],
    ['partial', 'true'],
    ...(words ?? []),
  ]);
  return [`---\n${draftYaml(frontmatter)}---`, ...headings.map((heading) => `\n${heading}`), ''].join('\n');
}

const HEAD = [
  'Each comment is what the original edition says. Write its translation behind the key below it, in quotes where',
  'that holds a colon. While this is a draft, only `npm run dev` shows it; until it is no longer partial, what is',
  'still empty is shown in the original language.',
];

interface Languages {
  readonly from: string;
  readonly to: string;
}

/** What there is to translate of a group: keys without a text, below what the original says; nothing where that is all. */
function wordsOf(fields: Fields, item: RawItem, languages: Languages): ReadonlyMap<unknown, unknown> | undefined {
  return groupOf(
    Object.entries(fields).map(([key, { holds, translated }]) => {
      const text = holds.kind === 'words' ? textToTranslate(key, holds, item, languages) : undefined;
      if (text !== undefined) return [noted([text], key), null];
      return [key, translated && partsOf(key, holds, item, languages)];
    }),
  );
}

function groupOf(entries: readonly (readonly [key: unknown, value: unknown])[]) {
  const held = entries.filter(([, value]) => value !== undefined);
  return held.length > 0 ? new Map(held) : undefined;
}

function textToTranslate(
  key: string,
  { translates }: Holds & { kind: 'words' },
  item: RawItem,
  { from, to }: Languages,
): string | undefined {
  if (!translates) return textAt(item, key);
  const spoken = textAt(item, translates.language) ?? from;
  const isForeign = language.safeParse(spoken).success && !isSameLanguage(spoken, to);
  return isForeign ? textAt(item, translates.words) : undefined;
}

function partsOf(key: string, holds: Holds, item: RawItem, languages: Languages): unknown {
  switch (holds.kind) {
    case 'texts':
      return withoutTexts(textsAt(item, key).map(({ text }) => text));
    case 'log':
      return withoutTexts(listAt(item, key).map((entry) => textAt(entry, holds.note) ?? ''));
    case 'group': {
      const group = groupAt(item, key);
      return group && wordsOf(holds.fields, group, languages);
    }
    case 'list':
    case 'map': {
      const listed = listAt(item, key).map((entry) => [textAt(entry, 'id'), entry] as const);
      const entries = holds.kind === 'map' ? [...mapAt(item, key)] : listed;
      return groupOf(entries.map(([id, entry]) => [id, id ? wordsOf(holds.fields, entry, languages) : undefined]));
    }
    default:
      return undefined;
  }
}

function withoutTexts(texts: readonly string[]): readonly unknown[] | undefined {
  return texts.length > 0 ? texts.map((text) => noted([text], null)) : undefined;
}
