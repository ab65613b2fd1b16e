import type { TimelineData } from './timeline-data.ts';

const COLUMNS = [
  'id',
  'date',
  'title',
  'text',
  'status',
  'said by',
  'phase',
  'place',
  'time zone',
  'position',
  'side',
  'sources',
  'address',
] as const;

/**
 * A timeline as CSV (RFC 4180), one row to an event. Dates are EDTF, the position is a `geo:` address (RFC 5870),
 * sources are their addresses with spaces between. A mark at the start says UTF-8, without which spreadsheets
 * misread Hangul.
 */
export function timelineCsv(data: TimelineData): string {
  const rows = data.events.map(({ event, edtf, url, status, phase, side, sources }) => [
    event.id,
    edtf,
    event.plain.title,
    event.plain.text,
    status,
    event.plain.saidBy,
    phase,
    event.plain.place,
    event.place?.timeZone,
    event.place && `geo:${event.place.at.join(',')}`,
    side,
    sources.map((source) => source.url).join(' '),
    url,
  ]);
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

// Spreadsheets run a cell that starts like a formula, also behind spaces and in the full-width forms of East
// Asian keyboards; where a semicolon parts the cells, one can start in the middle of a text. An apostrophe
// makes it text.
const FORMULA = /^[\s\ufeff]*[=+\-@＝＋－＠|%]/;
const INNER_FORMULA = /([;\t]\s*)(?=[=+\-@＝＋－＠|%])/g;

function cell(text = ''): string {
  const safe = (FORMULA.test(text) ? `'${text}` : text).replace(INNER_FORMULA, "$1'");
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
