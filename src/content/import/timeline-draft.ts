import { byStart, dayNumber } from '../../dates/compare.ts';
import { type EdtfDate, firstDay, lastDay, startOf } from '../../dates/edtf.ts';
import { formatDate } from '../../dates/format.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { MOST_SIDES } from '../../styles/palette.ts';
import { isWebAddress } from '../../text/problems.ts';
import { MAIN_ANCHOR, MODEL } from '../model/article.ts';
import type { Fields } from '../model/fields.ts';
import { eventId } from '../model/scalars.ts';
import { markdownOf } from './html.ts';
import { type SlideDate, takeDate } from './slide-date.ts';
import type { Slide } from './slides.ts';
import { comment, entry, Ids, list } from './yaml-lines.ts';

/** The files that a timeline becomes. */
export interface Draft {
  readonly edition: string;
  readonly sources: string;
}

interface Dated extends SlideDate {
  readonly slide: Slide;
}

/**
 * Writes an article from a timeline of TimelineJS: what an article needs and the timeline has not is left empty, and
 * what the timeline says and an article cannot stands in comments.
 *
 * @param name the file that it was in
 * @param today the day that it is dated, `2025-09-04`
 */
export function timelineDraft(slides: readonly Slide[], name: string, today: string): Draft {
  const dated = slides.map((slide): Dated => ({ slide, ...takeDate(slide) }));
  const of = (kind: Slide['kind']): Dated[] => dated.filter(({ slide }) => slide.kind === kind);
  const [titles, eras, events] = [of('title'), of('era'), inOrder(of('event'))];
  const title = titles.find(({ slide }) => slide.look('text.headline') !== '')?.slide;
  const sources = new Sources();
  const phaseOf = phasesOf(eras, events);
  const phaseIds = new Ids('phase');
  const phases = new Map((phaseOf ? eras : []).map(({ slide }) => [slide, phaseIds.next(slide.look('text.headline'))]));
  const groups = [...new Set(events.map(({ slide }) => slide.look('group')).filter(Boolean))];
  const sideIds = new Ids('side');
  const sides = new Map((groups.length > MOST_SIDES ? [] : groups).map((group) => [group, sideIds.next(group)]));
  const ids = new Ids('event', isFreeAnchor);

  const timeline = events.flatMap(({ slide, date, written }) => {
    const [side, phase] = [sides.get(slide.look('group')), phases.get(phaseOf?.get(slide) ?? slide)];
    if (side !== undefined) slide.take('group');
    if (date && slide.look('display_date').toLowerCase() === formatDate(date, messagesFor('en')).toLowerCase())
      slide.take('display_date');
    const given = slide.look('unique_id');
    const id = ids.next(given || markdownOf(slide.look('text.headline')).plain, written.replaceAll('/', '-to-'));
    if (id === given) slide.take('unique_id');
    const source = sources.of(slide);
    const keys = {
      ...{ id, date: written, ...(phase !== undefined && { phase }) },
      ...{ title: slide.text('text.headline', false), text: slide.text('text.text'), status: '' },
      ...{ ...(side !== undefined && { side }), sources: source === undefined ? [] : [source] },
    };
    return entry(slide.rest(), keys);
  });
  const undecided = phaseOf || eras.length === 0 ? [] : ['No phases: not every event falls into exactly one era.'];
  for (const { slide, written } of [...(phaseOf ? [] : eras), ...titles])
    if (written !== '') slide.note(`its date is ${written}`);
  const about = { title: title?.text('text.headline', false) ?? '', summary: title?.text('text.text') ?? '' };

  const edition = [
    '---',
    ...comment(`Imported from ${name}. "npm run check" says what is to be added; comments hold what had no place.`),
    'draft: true',
    ...titles.flatMap(({ slide }) => slide.rest().flatMap(comment)),
    ...entry([], about, ''),
    `published: ${today}`,
    ...list('updates', entry([], { date: today, note: 'First publication.' })),
    'keyPoints: []',
    ...list(
      'sides',
      [...sides].flatMap(([group, id]) => entry([], { id, name: markdownOf(group, false).markdown })),
    ),
    ...[...undecided, ...(phaseOf ? [] : eras.flatMap(({ slide }) => slide.rest()))].flatMap(comment),
    ...list(
      'phases',
      [...phases].flatMap(([slide, id]) => phaseEntry(slide, id)),
    ),
    'places: {}',
    ...list('timeline', timeline),
    '---',
    '',
  ];
  return { edition: edition.join('\n'), sources: sources.written(name) };
}

function phaseEntry(slide: Slide, id: string): string[] {
  const title = slide.text('text.headline', false);
  return entry(slide.rest(), { id, title });
}

/** The pages that the slides of a timeline show, each once. */
class Sources {
  private readonly ids = new Ids('source');
  private readonly known = new Map<string, string>();
  private readonly lines: string[] = [];

  /** The id of what a slide shows; nothing where that is no page. */
  of(slide: Slide): string | undefined {
    const media = slide.look('media.url');
    const url = media.startsWith('//') ? `https:${media}` : media;
    if (!isWebAddress(url)) return undefined;
    slide.take('media.url');
    const before = this.known.get(url);
    if (before !== undefined) return before;
    const id = this.ids.next(new URL(url).hostname.replace(/^www\./, ''));
    this.known.set(url, id);
    const said = { publisher: slide.words('media.credit'), title: slide.words('media.caption') };
    this.lines.push(...entry([], { id, ...said, url, published: '', language: '' }));
    return id;
  }

  written(name: string): string {
    return [...comment(`Imported from ${name}. Each is a page that the timeline shows.`), ...this.lines, ''].join('\n');
  }
}

/** By their starts, then by their times; what has no date stays behind what stands before it. */
function inOrder(events: readonly Dated[]): Dated[] {
  let last: Dated | undefined;
  const placed = events.map((event) => {
    if (event.date) last = event;
    return { event, at: last };
  });
  return placed
    .toSorted((a, b) => {
      if (!a.at?.date || !b.at?.date) return Number(!!a.at) - Number(!!b.at);
      return byStart(a.at.date, b.at.date) || a.at.minutes - b.at.minutes;
    })
    .map(({ event }) => event);
}

/** The era of each event, where every event falls into exactly one. */
function phasesOf(eras: readonly Dated[], events: readonly Dated[]): ReadonlyMap<Slide, Slide> | undefined {
  const found = events.map(({ slide, date }) => {
    const start = date && startOf(date);
    if (!start) return undefined;
    const at = dayNumber(start.kind === 'time' ? start : firstDay(start));
    const [era, another] = eras.filter((one) => isWithin(at, one.date));
    return era && !another ? ([slide, era.slide] as const) : undefined;
  });
  const whole = found.filter((pair) => pair !== undefined);
  return eras.length > 0 && whole.length === events.length ? new Map(whole) : undefined;
}

function isWithin(day: number, era: EdtfDate | undefined): boolean {
  if (era?.kind !== 'range' || !era.start || !era.end) return false;
  return day >= dayNumber(firstDay(era.start)) && day <= dayNumber(lastDay(era.end));
}

/** Whether an event can have an id: as an anchor on its page it is that of nothing else. */
function isFreeAnchor(id: string): boolean {
  const fields: Fields = MODEL.fields;
  const prefixes = Object.values(fields).flatMap(({ onPage }) => onPage.anchor || []);
  const isOwn = ['source-', 'h-', ...prefixes].some((prefix) => id.startsWith(prefix)) || id === MAIN_ANCHOR;
  return !isOwn && eventId.safeParse(id).success;
}
