import { headingsOf } from '../../text/headings.ts';
import { pageOf } from '../content-link.ts';
import type { Fields } from '../model/fields.ts';
import { anchorOf, hasSection, MAIN_ANCHOR, sectionAnchor, sectionsOf } from '../model/article.ts';
import { type ParsedEdition, parseEdition } from '../read/edition.ts';
import { readFile } from '../read/read-file.ts';
import { readYaml } from '../read/yaml.ts';
import { listAt, listRoot, type RawItem, textAt } from '../read/yaml-access.ts';
import { factsOf, type ParsedArticle } from './rule.ts';
import { usedSources } from './source-unused.ts';

/** The anchors of the headings of a prose, which are none of the page's own. */
export function headingIdsOf({ prose }: Pick<ParsedEdition, 'prose'>, fields?: Fields): string[] {
  return headingsOf(prose, sectionsOf(fields)).map(({ id }) => id);
}

/** The anchors that an article's page has or could come to have, without those of its events. */
export function anchorsBesideEvents(article: ParsedArticle): Set<string> {
  const { fields, original, sources } = article;
  const parts = Object.keys(fields).filter((key) => key !== 'timeline');
  return new Set([
    MAIN_ANCHOR,
    ...sectionsOf(fields).map(sectionAnchor),
    ...headingIdsOf(original, fields),
    ...parts.flatMap((key) => entryAnchors(article, key)),
    ...(sources ? sourceAnchors(listRoot(sources)) : []),
  ]);
}

/** The anchors of an article's page that links can rest on: those that number its citations are not among them. */
function anchorsOf(article: ParsedArticle): Set<string> {
  const { fields, original, sources } = article;
  const used = usedSources(article);
  const listed = (sources ? listRoot(sources) : []).filter((source) => used.has(textAt(source, 'id') ?? ''));
  const parts = { ...factsOf(original).value, sources: listed };
  const shown = sectionsOf(fields).filter((section) => hasSection(section, parts, fields));
  return new Set([
    MAIN_ANCHOR,
    ...shown.map(sectionAnchor),
    ...headingIdsOf(original, fields),
    ...Object.keys(fields).flatMap((key) => entryAnchors(article, key)),
    ...sourceAnchors(listed),
  ]);
}

function entryAnchors({ fields, original }: ParsedArticle, key: string): string[] {
  const holds = fields[key]?.holds;
  const anchor = holds && 'anchor' in holds ? holds.anchor : undefined;
  return anchor === undefined ? [] : anchored(listAt(factsOf(original), key), anchor);
}

function sourceAnchors(sources: readonly RawItem[]): string[] {
  return sources.flatMap((source) => textAt(source, 'id') ?? []).map((id) => anchorOf('sources', id));
}

function anchored(items: readonly RawItem[], anchor: string): string[] {
  return items.flatMap((item) => {
    const id = textAt(item, 'id');
    return id === undefined ? [] : [anchor + id];
  });
}

/** Finds the anchors of the pages that content files become; a file that many link to is read once. */
export class PageAnchors {
  private readonly root: string;
  private readonly languages: readonly string[];
  private readonly fields: Fields;
  private readonly known = new Map<string, ReadonlySet<string> | undefined>();

  /**
   * @param root the project's folder
   * @param languages the site's languages, the originals' first
   * @param fields what an article can hold
   */
  constructor(root: string, languages: readonly string[], fields: Fields) {
    this.root = root;
    this.languages = languages;
    this.fields = fields;
  }

  /** Takes the anchors of an article that has been read. */
  keep(slug: string, article: ParsedArticle): void {
    this.known.set(slug, isWhole(article) ? anchorsOf(article) : undefined);
  }

  /**
   * The anchors of the page that a file becomes.
   *
   * @param path relative to the project
   * @returns `undefined` where the file becomes no page, or cannot be read whole
   */
  of(path: string): ReadonlySet<string> | undefined {
    const page = pageOf(path);
    if (!page) return undefined;
    const key = page.kind === 'article' ? page.slug : path;
    if (page.kind === 'article' && !this.known.has(key)) this.readArticle(key);
    else if (!this.known.has(key)) {
      const about = this.parse(path, page.lang);
      this.known.set(key, about?.proseRead ? new Set([MAIN_ANCHOR, ...headingIdsOf(about)]) : undefined);
    }
    return this.known.get(key);
  }

  private readArticle(slug: string): void {
    const folder = `content/articles/${slug}`;
    const [original, ...translations] = this.languages.map((lang) => this.parse(`${folder}/${lang}.md`, lang));
    const file = readFile(this.root, `${folder}/sources.yaml`, () => {});
    const sources = file && readYaml(file, 0, file.text.length, () => {});
    if (!original) this.known.set(slug, undefined);
    else
      this.keep(slug, {
        fields: this.fields,
        original,
        translations: translations.filter((edition) => edition !== undefined),
        ...(sources && { sources }),
      });
  }

  private parse(path: string, lang: string): ParsedEdition | undefined {
    const file = readFile(this.root, path, () => {});
    return file && parseEdition(file, lang, () => {});
  }
}

/** Whether all that gives an article's page its anchors could be read. */
function isWhole({ original, sources }: ParsedArticle): boolean {
  return original.yaml.value !== undefined && original.proseRead && Array.isArray(sources?.value);
}
