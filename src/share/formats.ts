import type { Story } from '../story/story.ts';
import type { SiteContext } from '../story/page.ts';
import { timelineCsv, timelineJson } from './exports-data.ts';
import { timelineIcs } from './exports-ics.ts';
import { timelineJs } from './exports-timelinejs.ts';
import { sourcesBibtex, sourcesCsl, sourcesRis } from './exports-sources.ts';
import type { TimelineData } from './timeline-data.ts';

/** A form that a part of a story can be had in. */
interface Format<Input extends readonly unknown[]> {
  /** What readers are told. */
  readonly name: string;
  /** The end of its file's name. */
  readonly extension: string;
  readonly contentType: string;
  readonly write: (...input: Input) => string;
}

/** Every form that a timeline can be had in, in the order in which they are offered. */
export const TIMELINE_FORMATS: readonly Format<[TimelineData]>[] = [
  { name: 'JSON', extension: 'json', contentType: 'application/json', write: timelineJson },
  { name: 'CSV', extension: 'csv', contentType: 'text/csv; charset=utf-8', write: timelineCsv },
  { name: 'iCalendar', extension: 'ics', contentType: 'text/calendar; charset=utf-8', write: timelineIcs },
  { name: 'TimelineJS', extension: 'timelinejs.json', contentType: 'application/json', write: timelineJs },
];

/** Every form that the sources can be had in: what reference managers read. */
export const SOURCE_FORMATS: readonly Format<[Story, SiteContext]>[] = [
  { name: 'CSL-JSON', extension: 'json', contentType: 'application/json', write: sourcesCsl },
  { name: 'BibTeX', extension: 'bib', contentType: 'text/x-bibtex; charset=utf-8', write: sourcesBibtex },
  { name: 'RIS', extension: 'ris', contentType: 'text/plain; charset=utf-8', write: sourcesRis },
];
