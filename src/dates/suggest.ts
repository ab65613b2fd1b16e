import { readEdtf } from './edtf.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;

/**
 * The EDTF date that somebody may have meant who wrote one as it is spoken, or in another order.
 *
 * @param text such as `about 1921`, `20 November 2025`, `2025년 9월 4일`, `31/03/1961`, `1939–1945`, `the 1900s`
 * @returns two of them where either can be meant, `1961-04-03 or 1961-03-04`; `undefined` when nothing can be
 */
export function suggestDate(text: string): string | undefined {
  const [, first = '', second = '', year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text.trim()) ?? [];
  if (year !== undefined && first !== second && Number(first) <= 12 && Number(second) <= 12)
    return `${joined(year, second, first)} or ${joined(year, first, second)}`;
  const [, date, hour = '', rest] = /^(\d{4}-\d{2}-\d{2})[Tt ]+(\d{1,2})(:\d{2}.*)$/.exec(text.trim()) ?? [];
  const found = date === undefined ? meant(text.trim().toLowerCase()) : `${date}T${hour.padStart(2, '0')}${rest}`;
  return found !== undefined && readEdtf(found) ? found : undefined;
}

function meant(text: string): string | undefined {
  const about = /^(?:about|around|circa|ca?\.?|~|approximately|approx\.?) ?(.+)$|^(.+?)(?:경|~\?|\?~|%)$/.exec(text);
  if (about) return marked(about[1] ?? about[2], '~');
  const span = /^(?:from |between )?(.+?)(?: ?[–—] ?| - | to | until | and |부터 |\.\.)(.+?)(?:까지)?$/.exec(text);
  const [start, end] = span ? [day(span[1] as string), day(span[2] as string)] : [];
  if (start && end) return `${start}/${end}`;
  const since = /^(?:since|from) (.+)$|^(.+?)(?: ?[-–—]|\/(?:open)?|부터| to (?:now|today|present)| onwards?)$/.exec(
    text,
  );
  if (since) return marked(since[1] ?? since[2], '/..');
  const decade = /^(?:the )?(\d{3})0s$/.exec(text)?.[1];
  return decade ? `${decade}0/${decade}9` : day(text);
}

function marked(text: string | undefined, mark: string): string | undefined {
  const date = text && day(text);
  return date && date + mark;
}

/** A year, a month or a day in one of the orders in which people write it. */
function day(text: string): string | undefined {
  const inOrder = /^(\d{4})(?:[-./]|년 ?)(\d{1,2})(?:(?:[-./]|월 ?)(\d{1,2})(?:일)?|월)?\.?$/.exec(text);
  if (inOrder) return joined(inOrder[1], inOrder[2], inOrder[3]);
  if (/^\d{4}년?$/.test(text)) return text.slice(0, 4);
  const reversed = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (reversed) {
    const [, first, sign, second, year] = reversed as unknown as [string, string, string, string, string];
    // With full stops the day comes first; with a stroke it may be either.
    if (sign === '.' || Number(first) > 12 || first === second) return joined(year, second, first);
    return Number(second) > 12 ? joined(year, first, second) : undefined;
  }
  const spoken =
    new RegExp(`^(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?${MONTH},? (\\d{4})$`).exec(text) ??
    new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`).exec(text);
  if (!spoken) return undefined;
  const parts = spoken.slice(1);
  const month = parts.find((part) => MONTHS.includes(part ?? '')) as string;
  const number = parts.find((part) => /^\d{1,2}$/.test(part ?? ''));
  return joined(parts[2], String(MONTHS.indexOf(month) + 1), number);
}

function joined(year?: string, month?: string, number?: string): string {
  return [year, month?.padStart(2, '0'), number?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}
