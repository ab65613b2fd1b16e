import { isoDay, isoTime, readEdtf } from './edtf.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SEASONS = [/^spring|봄$/, /^summer|여름$/, /^(?:autumn|fall)|가을$/, /^winter|겨울$/];
const MONTH = `(?<month>${MONTHS.join('|')})[a-z]*\\.?`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const SPOKEN = new RegExp(`^(?:(?:${DAY} (?:of )?)?${MONTH}|${MONTH} ${DAY}),? (?<year>\\d{4})$`);

/**
 * The EDTF date that somebody may have meant who wrote one as it is spoken, or in another order.
 *
 * @param written such as `about 1921`, `20 November 2025`, `2025년 9월 4일`, `31/03/1961`, `1939–1945`, `the 1900s`
 * @returns two of them where either can be meant, `1961-04-03 or 1961-03-04`; `undefined` when nothing can be
 */
export function suggestDate(written: string): string | undefined {
  // No date takes more, and some of the patterns below would take long.
  if (written.length > 100) return undefined;
  // What a keyboard or a typesetter put in the place of digits and hyphens: the same to the eye.
  const text = written.normalize('NFKC').trim();
  const plain = text.replace(/\p{Pd}|\u2212/gu, '-');
  if (plain !== written && readEdtf(plain)) return plain;
  // `2014-02-??`, `201?`
  const unknown = plain.replace(/(?<=^\d{3})\?$|\?\?/g, (signs) => 'X'.repeat(signs.length));
  if (unknown !== plain && readEdtf(unknown)) return unknown;
  const [start, end] = plain.split('/').map(readEdtf);
  // Ranges are of days.
  if (start?.kind === 'time' && end?.kind === 'time')
    return `${isoTime(start)} for when it started, or ${[...new Set([isoDay(start), isoDay(end)])].join('/')}`;
  const [, first = '', second = '', year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (year !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12)
    return `${joined(year, second, first)} or ${joined(year, first, second)}`;
  const found = timeMeant(plain) ?? meant(text.toLowerCase());
  return found !== undefined && readEdtf(found) ? found : undefined;
}

const TIME = /^(\d{4}-\d{2}-\d{2})[Tt ]+(\d{1,2})[:.h](\d{2}(?::\d{2})?) ?(?:([+-])(\d{1,2})(?::?(\d{2}))?|(Z))?$/;

function timeMeant(text: string): string | undefined {
  const [, date, hour = '', rest, sign, hours = '', minutes = '00', utc = ''] = TIME.exec(text) ?? [];
  const offset = sign === undefined ? utc : `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return date && `${date}T${hour.padStart(2, '0')}:${rest}${offset}`;
}

/** Words before or behind a date, and what EDTF writes in their place; a part of a year or a month is all of it. */
const AROUND: readonly (readonly [words: RegExp, before: string, behind: string])[] = [
  [/^(?:about|around|circa|ca?\.?|~|approximately|approx\.?) ?(?<date>.+)$|^(?<date>.+?)(?:경|~\?|\?~|%)$/, '', '~'],
  [/^(?:until|up to) (?<date>.+)$|^(?<date>.+?)까지$/, '../', ''],
  [/^(?:since|from) (?<date>.+)$|^(?<date>.+?)부터$/, '', '/..'],
  [/^(?<date>.+?)(?: ?[-–—]|\/(?:open)?|(?: to| ?[-–—]) ?(?:now|today|present)| onwards?)$/, '', '/..'],
  [/^(?:in )?(?:the )?(?:early|mid|middle|late|beginning|start|end)[ -](?:of )?(?<date>.+)$/, '', ''],
  [/^(?<date>.+?) ?(?:초|중순|말)(?:쯤|경)?$/, '', ''],
];

function meant(text: string): string | undefined {
  const span = /^(?:from |between )?(.+?)(?: ?[–—~] ?| - | to | until | and |부터 |\.\.)(.+?)(?:까지)?$/.exec(text);
  const [start, end] = span ? [day(span[1] as string), day(span[2] as string)] : [];
  if (start && end) return `${start}/${end}`;
  // `4–11 September 2025`, `2025-09-04/11`
  const [, from, to, month] = /^(\d{1,2}) ?[-–—] ?(\d{1,2}) (.+)$/.exec(text) ?? [];
  if (month !== undefined) return `${day(`${from} ${month}`)}/${day(`${to} ${month}`)}`;
  const [, shared, one, other] = /^(\d{4}-(?:\d{2}-)?)(\d{2})\/(\d{2})$/.exec(text) ?? [];
  if (shared !== undefined) return `${shared}${one}/${shared}${other}`;
  for (const [words, before, behind] of AROUND) {
    const date = day(words.exec(text)?.groups?.['date'] ?? '');
    if (date !== undefined) return before + date + behind;
  }
  const decade = /^(?:the )?(\d{3})0(?:s|년대)$/.exec(text)?.[1];
  return decade ? `${decade}0/${decade}9` : day(text);
}

const ERA = /^(?:(ad|서기|기원전) ?)?(.+?)(?: ?(b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?))?$/;

/** A year, a month or a day in one of the orders in which people write it, in any era. */
function day(text: string): string | undefined {
  const [, before, words = '', behind] = ERA.exec(text) ?? [];
  const era = before ?? behind;
  if (era === undefined) return dayOfOurs(text);
  const date = dayOfOurs(words.replace(/\d+(?=년)|\d+$/, (year) => year.padStart(4, '0')));
  if (!date || !/^[b기]/.test(era)) return date;
  // The year 1 BC is 0.
  const year = Number(date.slice(0, 4)) - 1;
  return `${year > 0 ? '-' : ''}${String(year).padStart(4, '0')}${date.slice(4)}`;
}

function dayOfOurs(text: string): string | undefined {
  const inOrder = /^(\d{4})(?:[-./] ?|[년年] ?)(\d{1,2})(?:(?:[-./] ?|[월月] ?)(\d{1,2})[일日]?|[월月])?\.?$/.exec(
    text,
  );
  if (inOrder) return joined(inOrder[1], inOrder[2], inOrder[3]);
  if (/^\d{4}[년年]?$/.test(text)) return text.slice(0, 4);
  const [year] = /\d{4}/.exec(text) ?? [];
  const season = SEASONS.findIndex((name) => name.test(text));
  if (year !== undefined && season !== -1 && /^[a-z]* ?(?:of )?\d{4}년? ?(?:\D{0,2})$/.test(text))
    return `${year}-${21 + season}`;
  const reversed = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (reversed) {
    const [, first, sign, second, year] = reversed as unknown as [string, string, string, string, string];
    // With full stops the day comes first; with a stroke it may be either.
    if (sign === '.' || Number(first) > 12 || first === second) return joined(year, second, first);
    return Number(second) > 12 ? joined(year, first, second) : undefined;
  }
  const { day: number, month, year: spoken } = SPOKEN.exec(text)?.groups ?? {};
  return month && joined(spoken, String(MONTHS.indexOf(month) + 1), number);
}

function joined(year?: string, month?: string, number?: string): string {
  return [year, month?.padStart(2, '0'), number?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}
