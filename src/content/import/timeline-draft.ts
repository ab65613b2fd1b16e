import { byStart, type Extent } from '../../dates/compare.ts';
import { formatDate } from '../../dates/format.ts';
import { extentOf } from '../../dates/interval.ts';
import { messagesFor } from '../../i18n/messages.ts';
import { MOST_SIDES } from '../../styles/palette.ts';
import { isWebAddress } from '../../text/link-address.ts';
import { draftYaml, inBrackets, noted } from '../draft-yaml.ts';
import { MAIN_ANCHOR, MODEL } from '../model/article.ts';
import type { Fields } from '../model/fields.ts';
import { eventId } from '../model/scalars.ts';
import { markdownOf } from './html.ts';
import { idsFor } from './ids.ts';
import { type SlideDate, takeDate } from './slide-date.ts';
import type { Slide } from './slides.ts';

interface Dated extends SlideDate {
  readonly slide: Slide;
}

/**
 * Writes an article from a timeline of TimelineJS: what an article needs and the timeline has not is left empty, and
 * what the timeline says and an article cannot stands in comments.
 *
 * @param name the file that it was in
 * @param today the day that it is dated, `2025-09-04`
 * @returns the texts of its files
 */
export function timelineDraft(slides: readonly Slide[], name: string, today: string) {
  const dated = slides.map((slide): Dated => ({ slide, ...takeDate(slide) }));
  const of = (kind: Slide['kind']): Dated[] => dated.filter(({ slide }) => slide.kind === kind);
  const [titles, eras, events] = [of('title'), of('era'), inOrder(of('event'))];
  const title = titles.find(({ slide }) => slide.look('text.headline') !== '')?.slide;
  const phaseOf = phasesOf(eras, events);
  const [sideId, phaseId, eventIdOf] = [idsFor('side'), idsFor('phase'), idsFor('event', isFreeAnchor)];
  const [phased, others] = phaseOf ? [eras, []] : [[], eras];
  const phases = new Map(phased.map(({ slide }) => [slide, phaseId(slide.look('text.headline'))]));
  const groups = [...new Set(events.map(({ slide }) => slide.look('group')).filter(Boolean))];
  const sides = new Map((groups.length > MOST_SIDES ? [] : groups).map((group) => [group, sideId(group)]));
  const { pages, pageOf } = pagesIn(events);

  const timeline = events.map(({ slide, date, written }) => {
    const [side, phase] = [sides.get(slide.look('group')), phases.get(phaseOf?.get(slide) ?? slide)];
    if (side !== undefined) slide.take('group');
    if (date && slide.look('display_date').toLowerCase() === formatDate(date, messagesFor('en')).toLowerCase())
      slide.take('display_date');
    const given = slide.look('unique_id');
    const id = eventIdOf(given || markdownOf(slide.look('text.headline')).plain, written.replaceAll('/', '-to-'));
    if (id === given) slide.take('unique_id');
    const said = { title: slide.text('text.headline', false), text: slide.text('text.text'), status: '' };
    const sources = inBrackets([pageOf.get(slide) ?? []].flat());
    return noted(slide.rest(), { id, date: written, phase, ...said, side, sources });
  });
  const undecided = others.length > 0 ? ['No phases: not every event falls into exactly one era.'] : [];
  for (const { slide, written } of [...others, ...titles]) if (written !== '') slide.note(`its date is ${written}`);
  const [headline, summary] = [title?.text('text.headline', false) ?? '', title?.text('text.text') ?? ''];
  const namedSides = Array.from(sides, ([group, id]) => ({ id, name: markdownOf(group, false).markdown }));
  const titledPhases = Array.from(phases, ([slide, id]) => {
    const entry = { id, title: slide.text('text.headline', false) };
    return noted(slide.rest(), entry);
  });
  const restOf = (some: readonly Dated[]): string[] => some.flatMap(({ slide }) => slide.rest());
  const advice = '"npm run check" says what is to be added; comments hold what had no place.';

  const frontmatter = new Map<unknown, unknown>([
    [noted([`Imported from ${name}. ${advice}`], 'draft'), 'true'],
    [noted(restOf(titles), 'title'), headline],
    ['summary', summary],
    ['published', today],
    ['updates', [{ date: today, note: 'First publication.' }]],
    ['keyPoints', []],
    ['sides', sides.size > 0 ? namedSides : undefined],
    ['phases', phases.size > 0 ? titledPhases : undefined],
    [noted([...undecided, ...restOf(others)], 'places'), new Map()],
    ['timeline', timeline],
  ]);
  const told = `Imported from ${name}. Each is a page that the timeline shows.`;
  const sources = pages.map((page, index) => noted(index === 0 ? [told] : [], page));
  return { edition: `---\n${draftYaml(frontmatter)}---\n`, sources: draftYaml(sources) };
}

/** The pages that slides show, each once, and the id of that of each slide. */
function pagesIn(events: readonly Dated[]) {
  const next = idsFor('source');
  const pages = new Map<string, { readonly id: string }>();
  const pageOf = new Map<Slide, string>();
  for (const { slide } of events) {
    const media = slide.look('media.url');
    const url = media.startsWith('//') ? `https:${media}` : media;
    if (!isWebAddress(url)) continue;
    slide.take('media.url');
    const page = pages.get(url) ?? {
      ...{ id: next(new URL(url).hostname.replace(/^www\./, '')) },
      ...{ publisher: slide.words('media.credit'), title: slide.words('media.caption') },
      ...{ url, published: '', language: '' },
    };
    pages.set(url, page);
    pageOf.set(slide, page.id);
  }
  return { pages: [...pages.values()], pageOf };
}

/** By their starts, then by their times; what has no date stays behind what stands before it. */
function inOrder(events: readonly Dated[]): Dated[] {
  let last: Dated | undefined;
  return events
    .map((event) => ({ event, at: (last = event.date ? event : last) }))
    .toSorted((a, b) => {
      if (!a.at?.date || !b.at?.date) return Number(!!a.at) - Number(!!b.at);
      return byStart(a.at.date, b.at.date) || a.at.minutes - b.at.minutes;
    })
    .map(({ event }) => event);
}

/** The era of each event, where every event falls into exactly one. */
function phasesOf(eras: readonly Dated[], events: readonly Dated[]): ReadonlyMap<Slide, Slide> | undefined {
  const found = events.flatMap(({ slide, date }) => {
    const at = date && extentOf(date).from;
    const [era, another] = eras.filter((one) => at !== undefined && one.date && isWithin(at, extentOf(one.date)));
    return era && !another ? [[slide, era.slide] as const] : [];
  });
  return eras.length > 0 && found.length === events.length ? new Map(found) : undefined;
}

function isWithin(at: number, { from, to }: Extent): boolean {
  return from <= at && at < to;
}

/** Whether an event can have an id: as an anchor on its page it is that of nothing else. */
function isFreeAnchor(id: string): boolean {
  const fields: Fields = MODEL.fields;
  const prefixes = Object.values(fields).flatMap(({ onPage }) => onPage.anchor || []);
  const isOwn = ['source-', 'h-', ...prefixes].some((prefix) => id.startsWith(prefix)) || id === MAIN_ANCHOR;
  return !isOwn && eventId.safeParse(id).success;
}
