import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDocument } from 'yaml';
import { draftYaml } from '../draft-yaml.ts';
import { assertArticles } from '../library.ts';
import { writeArticle } from '../new-article.ts';
import { CONTROL } from '../read/read-file.ts';
import { readYamlFile } from '../read/yaml.ts';
import { listRoot, textAt } from '../read/yaml-access.ts';
import { sourcesOfCsl } from './csl-sources.ts';
import { slidesOfJson, slidesOfSheet } from './slides.ts';
import { timelineDraft } from './timeline-draft.ts';

/**
 * Takes in a file of another program: a TimelineJS sheet (CSV) or its JSON becomes a draft of a new article, and
 * CSL-JSON is added to the sources of one that is there.
 *
 * @param lang the language of the originals
 * @param today the day that the draft is dated, `2025-09-04`
 * @returns the files that were written, relative to the project
 * @throws {RangeError} with a sentence for the editor when nothing could be written
 */
export function importFile(root: string, file: string, slug: string, lang: string, today: string): string[] {
  const name = basename(file);
  const bytes = readBytes(file);
  if (!isUtf8(bytes)) throw new RangeError(`${name} is not UTF-8 text; save it as UTF-8`);
  // No content file can hold control characters.
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replace(new RegExp(CONTROL, 'g'), ' ');
  try {
    const value = /^\s*[[{]/.test(text) ? (JSON.parse(text) as object) : undefined;
    if (Array.isArray(value)) return addSources(root, slug, value);
    const slides = value ? slidesOfJson(value) : slidesOfSheet(text);
    const { edition, sources } = timelineDraft(slides, name, today);
    return writeArticle(root, slug, { [`${lang}.md`]: edition, 'sources.yaml': sources });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // JSON is YAML, whose parser says where.
    const place = parseDocument(text).errors[0]?.linePos?.[0];
    throw new RangeError(`${name}${place ? `:${place.line}:${place.col}` : ''} is no JSON: ${error.message}`);
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new RangeError(`${file} is no file that can be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function addSources(root: string, slug: string, items: readonly unknown[]): string[] {
  assertArticles(root, slug);
  const path = `content/articles/${slug}/sources.yaml`;
  const isThere = existsSync(join(root, path));
  const yaml = isThere ? readYamlFile(root, path) : undefined;
  const old = yaml?.file.text ?? '';
  const isList = !isThere || yaml?.value === '' || (yaml?.isWhole && Array.isArray(yaml.value) && /^- /m.test(old));
  if (!isList) throw new RangeError(`${path} is no list of entries that start with "- "; nothing was written`);
  const taken = listRoot(yaml).flatMap((source) => textAt(source, 'id') ?? []);
  const added = sourcesOfCsl(items, taken);
  writeFileSync(join(root, path), `${old.trimEnd()}${old.trim() === '' ? '' : '\n'}${draftYaml(added)}`);
  return [path];
}
