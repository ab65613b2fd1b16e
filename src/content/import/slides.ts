import Papa from 'papaparse';

/** A slide of a TimelineJS timeline, as it is written there: texts are HTML, numbers are not read yet. */
export interface Slide {
  /** Where it stands in its file: `row 3` or `events[2]`. */
  readonly where: string;
  readonly kind: 'event' | 'title' | 'era';
  readonly start: Readonly<Record<string, string>>;
  readonly end: Readonly<Record<string, string>>;
  readonly headline: string;
  readonly text: string;
  readonly media: string;
  readonly credit: string;
  readonly caption: string;
  readonly group: string;
  readonly id: string;
  /** A date in EDTF, which our own files have. */
  readonly edtf: string;
  /** What else it says, by the names of its columns or keys. */
  readonly others: readonly (readonly [name: string, value: string])[];
}

/** A timeline as its file has it. */
export interface Slides {
  readonly slides: readonly Slide[];
  /** What its file says besides the slides. */
  readonly others: readonly (readonly [name: string, value: string])[];
}

type Cells = Readonly<Record<string, string>>;

/** The columns of a sheet, and what the same is called in JSON. */
const COLUMNS: Readonly<Record<string, string>> = {
  ...{ Year: 'start_date.year', Month: 'start_date.month', Day: 'start_date.day', Time: 'start_date.time' },
  ...{ 'End Year': 'end_date.year', 'End Month': 'end_date.month', 'End Day': 'end_date.day' },
  ...{ 'End Time': 'end_date.time', 'Display Date': 'display_date', Headline: 'text.headline', Text: 'text.text' },
  ...{
    Media: 'media.url',
    'Media Credit': 'media.credit',
    'Media Caption': 'media.caption',
    Group: 'group',
    Tag: 'group',
  },
  Type: 'type',
};

/**
 * Reads a TimelineJS sheet that was saved as CSV, its cells parted by commas, semicolons or tabs.
 *
 * @throws {RangeError} with a sentence for the editor when it is none
 * @see https://timeline.knightlab.com/docs/using-spreadsheets.html
 */
export function slidesOfSheet(csv: string): Slides {
  const { data, errors, meta } = Papa.parse<Cells & { __parsed_extra?: string[] }>(csv, {
    header: true,
    transformHeader: (name) => name.trim(),
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new RangeError(`row ${(broken.row ?? 0) + 1}: a quote that opens is not closed`);
  const missing = ['Year', 'Headline'].filter((name) => !meta.fields?.includes(name));
  if (missing.length > 0) throw new RangeError(`the first row has no column "${missing.join('" and "')}"`);
  const slides = data.map(({ __parsed_extra: extra = [], ...cells }, index) => {
    const named = Object.entries(cells).map(([name, cell]) => [COLUMNS[name] ?? name, cell.trim()] as const);
    const beyond = extra.map((cell) => ['a cell beyond the columns', cell.trim()] as const);
    return slideOf(`row ${index + 2}`, [...named, ...beyond]);
  });
  return { slides: withOneTitle(slides.filter((slide) => slide !== undefined)), others: [] };
}

/**
 * Reads a timeline in the JSON of TimelineJS.
 *
 * @param value the file, parsed
 * @throws {RangeError} with a sentence for the editor when it is none
 * @see https://timeline.knightlab.com/docs/json-format.html
 */
export function slidesOfJson(value: object): Slides {
  const { events, eras = [], title, ...others } = value as Record<string, unknown>;
  if (!Array.isArray(events)) throw new RangeError('there is no list "events" in it');
  const all: [where: string, slide: unknown, type: string][] = [
    ...(title === undefined ? [] : [['title', title, 'title'] as [string, unknown, string]]),
    ...[eras].flat().map((era, index): [string, unknown, string] => [`eras[${index}]`, era, 'era']),
    ...events.map((event, index): [string, unknown, string] => [`events[${index}]`, event, '']),
  ];
  const slides = all.flatMap(([where, slide, type]) => slideOf(where, [...leaves(slide), ['type', type]]) ?? []);
  return { slides: withOneTitle(slides), others: leaves(others) };
}

/** Every value below a value, by its path: `start_date.year`. */
function leaves(value: unknown, path = ''): (readonly [name: string, value: string])[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`));
  return value === null || value === undefined ? [] : [[path, String(value).trim()]];
}

function slideOf(where: string, written: readonly (readonly [name: string, value: string])[]): Slide | undefined {
  const said = written.filter(([, value]) => value !== '');
  if (said.every(([name]) => name === 'type')) return undefined;
  const taken = new Set<string>();
  const take = (name: string): string => {
    const value = said.find(([other]) => other === name)?.[1] ?? '';
    taken.add(name);
    return value;
  };
  const date = (name: string): Cells => {
    const prefix = `${name}_date.`;
    const parts = said.filter(([key]) => key.startsWith(prefix));
    for (const [key] of parts) taken.add(key);
    return Object.fromEntries(parts.map(([key, value]) => [key.slice(prefix.length), value]));
  };
  const type = take('type');
  return {
    ...{ where, kind: type === 'title' || type === 'era' ? type : 'event', start: date('start'), end: date('end') },
    ...{ headline: take('text.headline'), text: take('text.text'), media: take('media.url') },
    ...{ credit: take('media.credit'), caption: take('media.caption'), group: take('group') },
    ...{ id: take('unique_id'), edtf: take('edtf') },
    others: [
      ...(['', 'title', 'era'].includes(type) ? [] : [['type', type] as const]),
      ...said.filter(([name]) => !taken.has(name)),
    ],
  };
}

// TimelineJS has one title, and takes another for an event.
function withOneTitle(slides: readonly Slide[]): Slide[] {
  const title = slides.find(({ kind }) => kind === 'title');
  return slides.map((slide) => (slide.kind === 'title' && slide !== title ? { ...slide, kind: 'event' } : slide));
}
