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
import { dateOfSlide, type SlideDate } from './slide-date.ts';
import type { Slide, Slides } from './slides.ts';
import { comment, entry, Ids } from './yaml-lines.ts';

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
export function timelineDraft({ slides, others }: Slides, name: string, today: string): Draft {
  const dated = slides.map((slide): Dated => ({ slide, ...dateOfSlide(slide) }));
  const of = (kind: Slide['kind']): Dated[] => dated.filter(({ slide }) => slide.kind === kind);
  const [title] = of('title');
  const events = inOrder(of('event'));
  const eras = of('era');
  const phaseOf = phasesOf(eras, events);
  const groups = [...new Set(events.map(({ slide }) => slide.group).filter((group) => group !== ''))];
  const sides = groups.length > MOST_SIDES ? [] : groups;
  const [sideIds, phaseIds] = [new Ids('side'), new Ids('phase')];
  const sideIdOf = new Map(sides.map((group) => [group, sideIds.next(markdownOf(group).plain)]));
  const phaseIdOf = new Map(
    phaseOf ? eras.map(({ slide }) => [slide, phaseIds.next(markdownOf(slide.headline).plain)]) : [],
  );
  const sources = new Map<string, { id: string; slide: Slide }>();
  const sourceIds = new Ids('source');
  const sourceOf = (slide: Slide): string | undefined => {
    const url = addressOf(slide.media);
    if (url === undefined) return undefined;
    const id = sources.get(url)?.id ?? sourceIds.next(new URL(url).hostname.replace(/^www\./, ''));
    if (!sources.has(url)) sources.set(url, { id, slide });
    return id;
  };
  const ids = new Ids('event', isFreeAnchor);

  const timeline = events.flatMap((event) => {
    const { slide, written, notes } = event;
    const source = sourceOf(slide);
    const isFirst = source === undefined || sources.get(addressOf(slide.media) ?? '')?.slide === slide;
    const [headline, text] = [markdownOf(slide.headline, false), markdownOf(slide.text)];
    const side = sideIdOf.get(slide.group);
    const phase = phaseOf?.get(slide);
    const said = [
      ...notes,
      ...lossOf('Headline', slide.headline, headline),
      ...lossOf('Text', slide.text, text),
      ...(source === undefined && slide.media !== '' ? [`Media: ${slide.media}`] : []),
      ...(source === undefined || !isFirst ? creditsOf(slide) : []),
      ...(slide.group !== '' && side === undefined ? [`Group: ${slide.group}`] : []),
      ...(slide.id !== '' && slide.id !== ids.like(slide.id) ? [`unique_id: ${slide.id}`] : []),
      ...othersOf(slide, event.date),
    ];
    return entry(
      said.map((note) => `${slide.where}: ${note}`),
      {
        id: ids.next(slide.id || headline.plain, written.replaceAll('/', '-to-')),
        date: written,
        ...(phase && { phase: phaseIdOf.get(phase) ?? '' }),
        title: headline.markdown,
        text: text.markdown,
        status: '',
        ...(side !== undefined && { side }),
        sources: source === undefined ? [] : [source],
      },
    );
  });

  const [headline, summary] = [markdownOf(title?.slide.headline ?? '', false), markdownOf(title?.slide.text ?? '')];
  const aboutTitle =
    title &&
    [
      ...title.notes,
      ...(title.written === '' ? [] : [`its date is ${title.written}`]),
      ...lossOf('Headline', title.slide.headline, headline),
      ...lossOf('Text', title.slide.text, summary),
      ...(title.slide.media === '' ? [] : [`Media: ${title.slide.media}`]),
      ...creditsOf(title.slide),
      ...(title.slide.group === '' ? [] : [`Group: ${title.slide.group}`]),
      ...othersOf(title.slide, title.date),
    ].map((note) => `${title.slide.where}: ${note}`);
  const list = (key: string, entries: readonly string[], empty = `${key}: []`): string[] =>
    entries.length > 0 ? [`${key}:`, ...entries.map((line) => `  ${line}`.trimEnd())] : empty === '' ? [] : [empty];

  const edition = [
    '---',
    ...comment(`Imported from ${name}. "npm run check" says what is to be added; comments hold what had no place.`),
    ...others.flatMap(([key, value]) => comment(`${key}: ${value}`)),
    'draft: true',
    ...(aboutTitle ?? []).flatMap((note) => comment(note)),
    ...entry([], { title: headline.markdown, summary: summary.markdown }, ''),
    `published: ${today}`,
    ...list('updates', entry([], { date: today, note: 'First publication.' })),
    'keyPoints: []',
    ...list(
      'sides',
      sides.flatMap((group) => entry([], { id: sideIdOf.get(group) ?? '', name: markdownOf(group, false).markdown })),
      '',
    ),
    ...(groups.length > sides.length
      ? comment(`There are ${groups.length} groups, and at most ${MOST_SIDES} sides: each event names its group.`)
      : []),
    ...(phaseOf || eras.length === 0 ? [] : comment('No phases: not every event falls into exactly one era.')),
    ...(phaseOf
      ? list(
          'phases',
          eras.flatMap((era) =>
            entry(eraNotes(era), {
              id: phaseIdOf.get(era.slide) ?? '',
              title: markdownOf(era.slide.headline, false).markdown,
            }),
          ),
          '',
        )
      : eras.flatMap((era) =>
          [
            ...eraNotes(era),
            `${era.slide.where}: the era "${markdownOf(era.slide.headline).plain}", ${era.written}`,
          ].flatMap((note) => comment(note)),
        )),
    'places: {}',
    ...list('timeline', timeline),
    '---',
    '',
  ];
  const listed = [...sources].flatMap(([url, { id, slide }]) => {
    const [caption, credit] = [markdownOf(slide.caption), markdownOf(slide.credit)];
    const notes = [
      ...lossOf('Media Caption', slide.caption, caption, true),
      ...lossOf('Media Credit', slide.credit, credit, true),
    ];
    return entry(
      notes.map((note) => `${slide.where}: ${note}`),
      {
        ...{ id, publisher: credit.plain, title: caption.plain, url, published: '', language: '' },
      },
    );
  });
  return {
    edition: edition.join('\n'),
    sources: [...comment(`Imported from ${name}. Each is a page that the timeline shows.`), ...listed, ''].join('\n'),
  };
}

/** By their starts, then by their times; what has no date stays behind what stands before it. */
function inOrder(events: readonly Dated[]): Dated[] {
  const placed = events.map((event, index) => ({
    event,
    at: event.date ? event : events.slice(0, index).findLast(({ date }) => date),
  }));
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

function eraNotes({ slide, notes, date }: Dated): string[] {
  const said = [
    ...notes,
    ...lossOf('Headline', slide.headline, markdownOf(slide.headline, false)),
    ...(slide.text === '' ? [] : [`Text: ${slide.text}`]),
    ...(slide.media === '' ? [] : [`Media: ${slide.media}`]),
    ...creditsOf(slide),
    ...(slide.group === '' ? [] : [`Group: ${slide.group}`]),
    ...othersOf(slide, date),
  ];
  return said.map((note) => `${slide.where}: ${note}`);
}

/** What its HTML says and its markdown does not; of a name that is plain text, marks and links are lost as well. */
function lossOf(
  name: string,
  html: string,
  { isWhole, markdown, plain }: ReturnType<typeof markdownOf>,
  isPlain = false,
) {
  return isWhole && !(isPlain && /<a\b/i.test(html) && markdown !== plain) ? [] : [`${name}: ${html}`];
}

function creditsOf({ credit, caption }: Slide): string[] {
  return [
    ...(credit === '' ? [] : [`Media Credit: ${credit}`]),
    ...(caption === '' ? [] : [`Media Caption: ${caption}`]),
  ];
}

/** The rest of what a slide says; of the date that it shows, what is more than its date. */
function othersOf({ others }: Slide, date: EdtfDate | undefined): string[] {
  const shown = date && formatDate(date, messagesFor('en')).toLowerCase();
  return others
    .filter(([name, value]) => !(name === 'display_date' && value.toLowerCase() === shown))
    .map(([name, value]) => `${name === 'display_date' ? 'Display Date' : name}: ${value}`);
}

function addressOf(media: string): string | undefined {
  const url = media.startsWith('//') ? `https:${media}` : media;
  return isWebAddress(url) ? url : undefined;
}

/** Whether an event can have an id: as an anchor on its page it is that of nothing else. */
function isFreeAnchor(id: string): boolean {
  const fields: Fields = MODEL.fields;
  const prefixes = Object.values(fields).flatMap(({ onPage }) => onPage.anchor || []);
  const isOwn = ['source-', 'h-', ...prefixes].some((prefix) => id.startsWith(prefix)) || id === MAIN_ANCHOR;
  return !isOwn && eventId.safeParse(id).success;
}
