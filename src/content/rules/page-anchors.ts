import { headingsOf } from '../../text/headings.ts';
import { pageOf } from '../content-link.ts';
import type { Fields } from '../model/fields.ts';
import {
  anchorOf,
  hasSection,
  MAIN_ANCHOR,
  type SectionName,
  sectionAnchor,
  sectionsOf,
  siblingsOf,
} from '../model/article.ts';
import { reachedFrom } from '../origins.ts';
import { isDraft, type ParsedEdition, readEdition } from '../read/edition.ts';
import { readYamlFile } from '../read/yaml.ts';
import { listAt, listRoot, type RawItem, textAt } from '../read/yaml-access.ts';
import { placedIn, unplacedEntries } from './directive.ts';
import { eventsOf, factsOf, type ParsedArticle, rule } from './rule.ts';
import { basedOnIn } from './source-origin.ts';
import { usedSources } from './source-unused.ts';

/** The anchors of the headings of a prose, which are none of the page's own. */
export function headingIdsOf({ prose }: Pick<ParsedEdition, 'prose'>, fields?: Fields): string[] {
  return headingsOf(prose, sectionsOf(fields)).map(({ id }) => id);
}

/** An event's id is its bare anchor, so it is none of the anchors that its page has, or could come to have, besides. */
export const idTaken = rule('id-taken', (article, say) => {
  const { fields, original, sources } = article;
  const taken = anchorsIn(article, sectionsOf(fields), ['timeline'], listRoot(sources));
  for (const event of eventsOf(original)) {
    const id = textAt(event, 'id') ?? '';
    const message = `"${id}" is the anchor of another part of the page; choose another id`;
    if (taken.has(id)) say.at(original.yaml, [...event.path, 'id'], message);
  }
});

/** The anchors of an article's page that links can rest on: those that number its citations are not among them. */
function anchorsOf(article: ParsedArticle): Set<string> {
  const { fields, original, sources } = article;
  const all = listRoot(sources);
  const used = reachedFrom(usedSources(article), basedOnIn(all));
  const listed = all.filter((source) => used.has(textAt(source, 'id') ?? ''));
  const placed = placedIn(original, fields).flatMap(({ kind, part }) =>
    kind === 'part' ? [part, ...siblingsOf(part, fields).along] : [],
  );
  const below = Object.entries({ ...factsOf(original).value, sources: listed }).filter(
    ([key]) => !placed.includes(key),
  );
  const parts = Object.fromEntries(below);
  // A placed part keeps the anchor of the section of its name.
  const shown = sectionsOf(fields).filter((section) => placed.includes(section) || hasSection(section, parts, fields));
  const anchors = anchorsIn(article, shown, [], listed);
  for (const { part, item } of unplacedEntries(article))
    anchors.delete(`${fields[part]?.onPage.anchor}${textAt(item, 'id')}`);
  return anchors;
}

function anchorsIn(
  { fields, original }: ParsedArticle,
  sections: readonly SectionName[],
  without: readonly string[],
  sources: readonly RawItem[],
): Set<string> {
  const parts = Object.keys(fields).filter((part) => !without.includes(part));
  return new Set([
    MAIN_ANCHOR,
    ...sections.map(sectionAnchor),
    ...headingIdsOf(original, fields),
    ...parts.flatMap((part) => {
      const anchor = fields[part]?.onPage.anchor;
      return anchor === undefined ? [] : idsOf(listAt(factsOf(original), part)).map((id) => anchor + id);
    }),
    ...idsOf(sources).map((id) => anchorOf('sources', id)),
  ]);
}

function idsOf(items: readonly RawItem[]): string[] {
  return items.flatMap((item) => textAt(item, 'id') ?? []);
}

/** Finds the anchors of the pages that content files become; a file that many link to is read once. */
export class PageAnchors {
  private readonly from: { root: string; languages: readonly string[]; fields: Fields };
  private readonly known = new Map<string, ReadonlySet<string> | undefined>();
  private readonly drafts = new Map<string, boolean>();

  /** @param languages the site's languages, the originals' first */
  constructor(root: string, languages: readonly string[], fields: Fields) {
    this.from = { root, languages, fields };
  }

  /** Takes the anchors of an article that has been read. */
  keep(slug: string, article: ParsedArticle): void {
    this.known.set(slug, isWhole(article) ? anchorsOf(article) : undefined);
  }

  /** Whether an edition of an article, or the article itself, is a draft, which no reader gets. */
  isDraft(slug: string, lang?: string): boolean {
    const { root, languages } = this.from;
    const draft = (edition: string): boolean => {
      const path = `content/articles/${slug}/${edition}.md`;
      const known = this.drafts.get(path) ?? isDraft(root, path);
      this.drafts.set(path, known);
      return known;
    };
    return draft(languages[0] as string) || (lang !== undefined && draft(lang));
  }

  /** The anchors of the page that a file becomes; `undefined` where it becomes none, or cannot be read whole. */
  of(path: string): ReadonlySet<string> | undefined {
    const page = pageOf(path);
    if (!page) return undefined;
    const key = page.kind === 'article' ? page.slug : path;
    if (!this.known.has(key) && page.kind === 'article') this.readArticle(key);
    else if (!this.known.has(key)) {
      const about = readEdition(this.from.root, path, page.lang);
      this.known.set(key, about?.proseRead ? new Set([MAIN_ANCHOR, ...headingIdsOf(about)]) : undefined);
    }
    return this.known.get(key);
  }

  private readArticle(slug: string): void {
    const { root, languages, fields } = this.from;
    const folder = `content/articles/${slug}`;
    const [original, ...others] = languages.map((lang) => readEdition(root, `${folder}/${lang}.md`, lang));
    const translations = others.filter((edition) => edition !== undefined);
    const sources = readYamlFile(root, `${folder}/sources.yaml`);
    if (original) this.keep(slug, { fields, original, translations, ...(sources && { sources }) });
    else this.known.set(slug, undefined);
  }
}

/** Whether all that gives an article's page its anchors could be read. */
function isWhole({ original, sources }: ParsedArticle): boolean {
  return original.yaml.isWhole && original.proseRead && sources?.isWhole === true;
}
