import { anchorOf } from '../content/model/article.ts';
import type { Source } from '../content/model/site.ts';
import { reachedFrom } from '../content/origins.ts';
import { citedIn, mapText, type RichCitation, type RichText } from '../text/rich-text.ts';

/** A source in the words of an edition. */
export interface LocalSource extends Omit<Source, 'words'> {
  /** The languages (BCP 47) that its title and its note are shown in. */
  readonly titleLang: string;
  readonly noteLang: string;
  readonly words?: readonly (NonNullable<Source['words']>[number] & { readonly translation?: string })[] | undefined;
  /** Its publisher's name in the original edition. */
  readonly publishedBy?: string;
  /** What it goes back to. */
  readonly origins?: readonly LocalSource[];
}

/**
 * The day on which an archived copy was made (ISO 8601), where its address tells, as those of most web archives do:
 * `/web/20250914083000/`.
 */
export function versionDate(address: string): string | undefined {
  const [, year, month, day] =
    /\/(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{6})?(?:[a-z]{2}_)?\//.exec(address) ?? [];
  return year && `${year}-${month}-${day}`;
}

/** A source that something rests on. */
export interface Citation {
  /** The number of the source on this page, from 1. */
  readonly number: number;
  /** The anchor of the source in the list. */
  readonly sourceAnchor: string;
  readonly source: LocalSource;
  /** The anchor of this place; absent where the text before it cites the source. An underscore cannot occur in an id. */
  readonly anchor?: string;
}

/** One place that cites a source. */
interface CitingPlace extends Required<Citation> {
  /** Which of the places that cite the source this is, from 1. */
  readonly use: number;
}

/** A source in the list at the end of a page. */
interface ListedSource extends ListPlace {
  /** What it goes back to, and what goes back to it. */
  readonly origins: readonly ListPlace[];
  readonly reports: readonly ListPlace[];
  /** The places that cite it, in page order. */
  readonly citedAt: readonly Pick<CitingPlace, 'use' | 'anchor'>[];
}

/** Where a source stands in the list. */
interface ListPlace {
  readonly number: number;
  readonly anchor: string;
  readonly source: LocalSource;
}

/** The sources that a page cites, in order of their numbers, and behind them the other ones that those go back to. */
export interface SourceLists {
  readonly sources: readonly ListedSource[];
  readonly origins: readonly ListedSource[];
}

/**
 * The numbered sources of one page. Whoever puts a page together takes its parts through here in the
 * order in which they stand on it: a source's number is the order of its first appearance.
 */
export class Bibliography {
  private readonly sources: ReadonlyMap<string, LocalSource>;
  private readonly cited = new Map<string, CitingPlace[]>();

  /** @param sources the sources of the article */
  constructor(sources: Iterable<LocalSource>) {
    this.sources = new Map(Array.from(sources, (source) => [source.id, source]));
  }

  /** The same sources for another page, on which nothing is cited yet. */
  forAnotherPage(): Bibliography {
    return new Bibliography(this.sources.values());
  }

  /**
   * Cites a source at the next place of the page.
   *
   * @throws {RangeError} when there is no such source; the checks keep such articles out
   */
  cite(id: string): CitingPlace {
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

  /** Cites sources behind a text that was numbered; what the text cites itself has its place there. */
  citeBehind(text: RichText, ids: readonly string[]): Citation[] {
    const within = citedIn(text);
    return ids.map((id) => {
      const first = within.includes(id) && this.cited.get(id)?.[0];
      return first ? { number: first.number, sourceAnchor: first.sourceAnchor, source: first.source } : this.cite(id);
    });
  }

  /** Numbers the citations of a text. */
  number(text: RichText): RichText {
    return mapText(text, (node) => (node.type === 'citation' ? this.numberOne(node) : node));
  }

  /** Numbers one citation. */
  numberOne(citation: RichCitation): RichCitation {
    return { ...citation, numbered: this.cite(citation.source) };
  }

  /** The sources cited so far, and what they go back to. */
  list(): SourceLists {
    const basedOn = (id: string): readonly string[] => this.sources.get(id)?.basedOn ?? [];
    const places = new Map<string, ListPlace>();
    for (const id of reachedFrom(this.cited.keys(), basedOn)) {
      const source = this.sources.get(id) as LocalSource;
      places.set(id, { number: places.size + 1, anchor: anchorOf('sources', id), source });
    }
    const reports = Map.groupBy(
      [...places.values()].flatMap((place) => basedOn(place.source.id).map((id) => ({ id, place }))),
      ({ id }) => id,
    );
    const listed = [...places].map(([id, place]): ListedSource => ({
      ...place,
      origins: basedOn(id).map((origin) => places.get(origin) as ListPlace),
      reports: (reports.get(id) ?? []).map(({ place }) => place),
      citedAt: this.cited.get(id) ?? [],
    }));
    return { sources: listed.slice(0, this.cited.size), origins: listed.slice(this.cited.size) };
  }
}

/** A text with the small numbers behind it of those of its sources that it does not cite itself. */
export function withMarkers(text: RichText, citations: readonly Citation[] = []): RichText {
  return [
    ...text,
    ...citations.flatMap(({ anchor, ...cited }) =>
      anchor === undefined
        ? []
        : [{ type: 'citation', source: cited.source.id, numbered: { ...cited, anchor } } as const],
    ),
  ];
}
