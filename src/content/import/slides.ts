import Papa from 'papaparse';
import { markdownOf } from './html.ts';

/** What a cell of a sheet, or a value of JSON, is called there, and what it holds. */
type Cell = readonly [name: string, value: string];

/** A slide of a TimelineJS timeline. Whoever uses what it says takes it, so that the rest can be told. */
export class Slide {
  /** Where it stands in its file: `row 3` or `events[2]`. */
  readonly where: string;
  readonly kind: 'event' | 'title' | 'era';
  /** By the keys of TimelineJS’s JSON, joined by points. */
  private readonly cells: Map<string, Cell>;
  private readonly notes: string[] = [];

  constructor(where: string, cells: Iterable<readonly [key: string, cell: Cell]>, kind?: Slide['kind']) {
    this.where = where;
    this.cells = new Map([...cells].filter(([, [, value]]) => value !== ''));
    const type = this.look('type');
    this.kind = kind ?? (type === 'title' || type === 'era' ? type : 'event');
    if (this.kind === type) this.take('type');
  }

  /** What a key holds; nothing where it is not there. */
  look(key: string): string {
    return this.cells.get(key)?.[1] ?? '';
  }

  /** The same, which needs no telling any more. */
  take(key: string): string {
    const value = this.look(key);
    this.cells.delete(key);
    return value;
  }

  /** A text in markdown; where that does not say all of the HTML, it stays to be told. */
  text(key: string, hasLinks = true): string {
    const { markdown, isWhole } = markdownOf(this.look(key), hasLinks);
    if (isWhole) this.take(key);
    return markdown;
  }

  /** The bare words of a text, in the same way. */
  words(key: string): string {
    const { plain, markdown, isWhole } = markdownOf(this.look(key));
    if (isWhole && !markdown.includes('](')) this.take(key);
    return plain;
  }

  note(note: string): void {
    this.notes.push(note);
  }

  /** What was not taken, as lines to print. */
  rest(): string[] {
    const cells = Array.from(this.cells.values(), ([name, value]) => `${name}: ${value}`);
    return [...this.notes, ...cells].map((note) => `${this.where}: ${note}`);
  }

  get isEmpty(): boolean {
    return this.cells.size === 0;
  }
}

/** The columns of a sheet, and what the same is called in JSON. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...{ Year: 'start_date.year', Month: 'start_date.month', Day: 'start_date.day', Time: 'start_date.time' },
  ...{ 'End Year': 'end_date.year', 'End Month': 'end_date.month', 'End Day': 'end_date.day' },
  ...{ 'End Time': 'end_date.time', 'Display Date': 'display_date', Headline: 'text.headline', Text: 'text.text' },
  ...{ Media: 'media.url', 'Media Credit': 'media.credit', 'Media Caption': 'media.caption' },
  ...{ Group: 'group', Tag: 'group', Type: 'type' },
};

/**
 * Reads a TimelineJS sheet that was saved as CSV, its cells parted by commas, semicolons or tabs.
 *
 * @throws {RangeError} with a sentence for the editor when it is none
 * @see https://timeline.knightlab.com/docs/using-spreadsheets.html
 */
export function slidesOfSheet(csv: string): Slide[] {
  const { data, errors, meta } = Papa.parse<Record<string, string> & { __parsed_extra?: string[] }>(csv, {
    header: true,
    // The names of the columns hold none of these, and texts may.
    delimiter: [',', ';', '\t'].find((sign) => csv.split('\n', 1)[0]?.includes(sign)) ?? ',',
    transformHeader: (name) => name.trim(),
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new RangeError(`row ${(broken.row ?? 0) + 1}: a quote that opens is not closed`);
  const missing = ['Year', 'Headline'].filter((name) => !meta.fields?.includes(name));
  if (missing.length > 0)
    throw new RangeError(
      `the first row has no column "${missing.join('" and "')}"; give a sheet of TimelineJS, or references as CSL-JSON`,
    );
  const slides = data.map(({ __parsed_extra: extra = [], ...cells }, index) => {
    const beyond = extra.map((cell, at) => [`beyond.${at}`, ['a cell beyond the columns', cell.trim()]] as const);
    const named = Object.entries(cells).map(([name, cell]) => [COLUMNS[name] ?? name, [name, cell.trim()]] as const);
    return new Slide(`row ${index + 2}`, [...named, ...beyond]);
  });
  return slides.filter(({ isEmpty }) => !isEmpty);
}

/**
 * Reads a timeline in the JSON of TimelineJS; what it says besides its slides comes as one more title.
 *
 * @param value the file, parsed
 * @throws {RangeError} with a sentence for the editor when it is none
 * @see https://timeline.knightlab.com/docs/json-format.html
 */
export function slidesOfJson(value: object): Slide[] {
  const { events, eras = [], title, ...others } = value as Record<string, unknown>;
  if (!Array.isArray(events)) throw new RangeError('there is no list "events" in it');
  const numbered = (name: string, list: readonly unknown[], kind: Slide['kind']): Slide[] =>
    list.map((slide, index) => new Slide(`${name}[${index}]`, leaves(slide), kind));
  const all = [
    new Slide('the file', leaves(others), 'title'),
    new Slide('title', leaves(title), 'title'),
    ...numbered('eras', [eras].flat(), 'era'),
    ...numbered('events', events, 'event'),
  ];
  return all.filter(({ isEmpty }) => !isEmpty);
}

/** Every value below a value, by its path: `start_date.year`. */
function leaves(value: unknown, path = ''): (readonly [key: string, cell: Cell])[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`));
  return value === null || value === undefined ? [] : [[path, [path, String(value).trim()]]];
}
