import { anchorOf } from '../content/model/article.ts';
import type { Source } from '../content/model/site.ts';
import { formatDateParts, type DateLanguage, type DatePart } from '../dates/format.ts';
import { mapText, type RichText } from '../text/rich-text.ts';

/** One place that cites a source. */
export interface Citation {
  /** The number of the source on this page, from 1. */
  readonly number: number;
  /** Which of the places that cite the source this is, from 1. */
  readonly use: number;
  /** The anchor of this place. An underscore cannot occur in an event's id. */
  readonly anchor: string;
  /** The anchor of the source in the list. */
  readonly sourceAnchor: string;
  readonly source: Source;
}

/** A source in the list at the end of a page. */
export interface ListedSource {
  readonly number: number;
  readonly anchor: string;
  readonly source: Source;
  /** The language (BCP 47) that its title is shown in. */
  readonly titleLang: string;
  readonly published: readonly DatePart[];
  /** What a reader should know of this copy. */
  readonly note?: RichText;
  /** The language (BCP 47) of the note: that of the article's original. */
  readonly noteLang: string;
  /** The places that cite it, in page order. */
  readonly citedAt: readonly Pick<Citation, 'use' | 'anchor'>[];
}

/**
 * The numbered sources of one page. Whoever puts a page together takes its parts through here in the
 * order in which they stand on it: a source's number is the order of its first appearance.
 */
export class Bibliography {
  private readonly sources: ReadonlyMap<string, Source>;
  private readonly cited = new Map<string, Citation[]>();

  /** @param sources the sources of the article */
  constructor(sources: readonly Source[] | ReadonlyMap<string, Source>) {
    this.sources = 'length' in sources ? new Map(sources.map((source) => [source.id, source])) : sources;
  }

  /** The same sources for another page, on which nothing is cited yet. */
  forAnotherPage(): Bibliography {
    return new Bibliography(this.sources);
  }

  /**
   * Cites a source at the next place of the page.
   *
   * @throws {RangeError} when there is no such source; the checks keep such articles out
   */
  cite(id: string): Citation {
    const source = this.sources.get(id);
    if (!source) throw new RangeError(`no source "${id}"`);
    let citations = this.cited.get(id);
    if (!citations) this.cited.set(id, (citations = []));
    const number = citations[0]?.number ?? this.cited.size;
    const use = citations.length + 1;
    const citation = {
      number,
      use,
      anchor: `cite_${use}_${number}`,
      sourceAnchor: anchorOf('sources', id),
      source,
    };
    citations.push(citation);
    return citation;
  }

  /** Numbers the citations of a text. */
  number(text: RichText): RichText {
    return mapText(text, (node) => (node.type === 'citation' ? { ...node, numbered: this.cite(node.source) } : node));
  }

  /**
   * The sources cited so far, in order of their numbers.
   *
   * @param originalLang the language (BCP 47) that the article, and so its list of sources, was written in
   */
  list(language: DateLanguage, originalLang: string): ListedSource[] {
    return [...this.cited].map(([id, citations], index) => {
      const source = this.sources.get(id) as Source;
      return {
        number: index + 1,
        anchor: anchorOf('sources', id),
        source,
        titleLang: isDescription(source) ? originalLang : source.language,
        published: formatDateParts(source.published, language),
        ...(source.note !== undefined && { note: source.note }),
        noteLang: originalLang,
        citedAt: citations,
      };
    });
  }
}

// What has no headline of its own is described, in square brackets, by whoever lists it.
function isDescription({ title }: Source): boolean {
  return title.startsWith('[') && title.endsWith(']');
}

/** A text with the small numbers of its sources behind it. */
export function withMarkers(text: RichText, citations: readonly Citation[] = []): RichText {
  return [
    ...text,
    ...citations.map((numbered) => ({ type: 'citation', source: numbered.source.id, numbered }) as const),
  ];
}
