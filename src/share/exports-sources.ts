import { SOURCE_TYPES } from '../content/model/source-types.ts';
import { type CalendarDate, type EdtfDate, endOf, formatEdtf, isoDay, startOf, yearsOf } from '../dates/edtf.ts';
import { dayInWords, formatDate } from '../dates/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { LocalSource } from '../story/bibliography.ts';
import type { SiteContext } from '../story/page.ts';
import type { Story } from '../story/story.ts';
import { plainText } from '../text/rich-text.ts';
import { jsonFile } from './exports-data.ts';

const PUBLISHER_FIELDS = { misc: 'howpublished', article: 'journal', book: 'publisher', techreport: 'institution' };

/** The sources of a story as CSL-JSON, in the order of their numbers; one that is undated has no date. */
export function sourcesCsl(story: Story, { words }: SiteContext): string {
  const items = story.sources.map(({ source }) => {
    const { id, title, author, publisher, published, read, url, language, pages, kind = 'web' } = source;
    const { csl: type, isPart } = SOURCE_TYPES[kind];
    return {
      ...{ id, type, title, author: author === undefined ? undefined : [{ literal: author }] },
      ...{ [isPart ? 'container-title' : 'publisher']: publisher },
      ...{ issued: published && cslDate(published, words), accessed: read && cslDate(read, words) },
      ...{ URL: url, language, page: pages, note: noteOf(source, words) },
    };
  });
  return jsonFile(items);
}

/** The same in BibTeX: `year` is for its classic styles, the EDTF in `date` for biblatex. */
export function sourcesBibtex(story: Story, { words }: SiteContext): string {
  const entries = story.sources.map(({ source }) => {
    const { id, title, author, publisher, published, read, url, language, pages, kind = 'web' } = source;
    const { bibtex } = SOURCE_TYPES[kind];
    const year = published && yearOf(published, words);
    return bibtexEntry(bibtex, id, {
      author: author && `{${tex(author)}}`,
      title: `{${tex(title)}}`,
      [PUBLISHER_FIELDS[bibtex]]: `{${tex(publisher)}}`,
      year,
      date: published && formatEdtf(published.kind === 'time' ? dayOf(published) : published),
      pages: pages && tex(pages),
      note: tex(noteOf(source, words) ?? ''),
      langid: language,
      urldate: read && isoDay(read),
      url,
    });
  });
  return `${entries.join('\n\n')}\n`;
}

/** The same in RIS, one tag to a line. */
export function sourcesRis(story: Story, { words }: SiteContext): string {
  const entries = story.sources.map(({ source }) => {
    const { id, title, author, publisher, published, read, url, language, pages, kind = 'web' } = source;
    const { ris, isPart } = SOURCE_TYPES[kind];
    const [, first = pages, last] = /^(\d+)[–-](\d+)$/.exec(pages ?? '') ?? [];
    const year = published && yearOf(published, words);
    const lines: [tag: string, value: string | undefined][] = [
      ['TY', ris],
      ['ID', id],
      ['AU', author],
      ['TI', title],
      [isPart ? 'T2' : 'PB', publisher],
      ['PY', year],
      // It has no years before 1.
      ['DA', published && /^\d+$/.test(year ?? '') ? risDate(published) : undefined],
      ['SP', first],
      ['EP', last],
      ['UR', url],
      ['Y2', read && risDate(read)],
      ['LA', language],
      ['N1', noteOf(source, words)],
    ];
    const written = lines.flatMap(([tag, value]) => (value ? `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n` : []));
    return `${written.join('')}ER  - \r\n`;
  });
  return entries.join('\r\n');
}

/** What a reader should know of it that has no field of its own. */
function noteOf({ note, archived, extent, origins = [] }: LocalSource, { story, sources }: Messages) {
  const goesBack = origins.map(({ publisher, title }) => `${publisher}: ${title}`).join('; ');
  const parts = [
    note && plainText(note),
    extent && extent !== 'whole' && sources.extent[extent],
    goesBack && `${sources.basedOn} ${goesBack}`,
    ...(archived ?? []).map((copy) => `${story.archived}: ${copy}`),
  ];
  return parts.filter(Boolean).join(' · ') || undefined;
}

/** A date in CSL; one that has no such form is in words. */
function cslDate(date: EdtfDate, words: Messages): object {
  const parts = (day: CalendarDate): number[] | undefined => {
    const [first, last] = yearsOf(day);
    // CSL has no year 0: -1 is 1 BC.
    const year = day.year > 0 ? day.year : day.year - 1;
    return first === last ? [year, day.month, day.day].filter((part) => part !== undefined) : undefined;
  };
  const days = date.kind === 'range' ? [date.start, date.end] : [date.kind === 'time' ? dayOf(date) : date];
  const known = days.flatMap((day) => (day && parts(day) ? [parts(day)] : []));
  if (known.length < days.length) return { literal: formatDate(date, words) };
  const isAbout = [date, ...days].some((day) => day && 'qualifier' in day && day.qualifier);
  const season = date.kind === 'date' ? date.season : undefined;
  return { 'date-parts': known, ...(season && { season }), ...(isAbout && { circa: true }) };
}

function dayOf({ year, month, day }: { year: number; month: number; day: number }): CalendarDate {
  return { kind: 'date', year, month, day };
}

/** The year of a date, or in which it starts, where that is one; before the year 1 in words. */
function yearOf(date: EdtfDate, words: Messages): string | undefined {
  const start = startOf(date) ?? endOf(date);
  const [first, last] = start?.kind === 'date' ? yearsOf(start) : [start?.year, start?.year];
  if (first === undefined || first !== last) return undefined;
  return first > 0 ? String(first) : dayInWords({ year: first }, words);
}

function risDate(date: EdtfDate): string {
  const start = startOf(date) ?? endOf(date);
  const [year = '', month = '', day = ''] = start ? isoDay(start).split('-') : [];
  return `${year}/${month}/${day}/`;
}

/** One entry of BibTeX; what is empty is left out. */
export function bibtexEntry(type: string, key: string, fields: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    // Commands are not read inside an address; what would end the field is written as the web writes it.
    value ? [`  ${name} = {${name === 'url' ? value.replace(/[{}\\]/g, encodeURIComponent) : value}}`] : [],
  );
  return `@${type}{${key},\n${lines.join(',\n')}\n}`;
}

// A brace is counted by BibTeX with a backslash before it, too.
const COMMANDS: Record<string, string> = {
  '\\': 'textbackslash{}',
  '~': 'textasciitilde{}',
  '^': 'textasciicircum{}',
  '{': 'textbraceleft{}',
  '}': 'textbraceright{}',
};

/** A text as TeX takes it. */
export function tex(text: string): string {
  return text.replace(/[\\~^{}$&#%_]/g, (character) => `\\${COMMANDS[character] ?? character}`);
}
