import { describe, expect, it } from 'vitest';
import StoryBody from '../../../src/components/StoryBody.astro';
import { en } from '../../../src/i18n/locales/en.ts';
import { ko } from '../../../src/i18n/locales/ko.ts';
import { plainText } from '../../../src/text/rich-text.ts';
import type { Story } from '../../../src/story/story.ts';
import type { StoryPhase } from '../../../src/story/timeline.ts';
import { bridgeIn } from '../story/bridge.ts';
import { wordsOf } from '../../words-of.ts';
import { renderComponent } from './render.ts';

const story = await bridgeIn('en');
const events = story.timeline.flatMap((phase) => phase.events);
const body = await timelineOf(story);

/** The timeline on the page of a story. */
async function timelineOf(of: Story): Promise<Element> {
  const page = await renderComponent(StoryBody, { story: of }, of.lang as 'en' | 'ko');
  return page.querySelector('section.timeline') as Element;
}

describe('a timeline', () => {
  it('is ordered lists that keep their semantics without markers', () => {
    const lists = [...body.querySelectorAll('ol')].filter((list) =>
      events.some(({ id }) => list.querySelector(`#${id}`)),
    );
    expect(lists).toHaveLength(story.timeline.length);
    for (const list of lists) expect(list.getAttribute('role')).toBe('list');
  });

  it('has one item for each event, in order, with the event’s id as anchor', () => {
    const ids = [...body.querySelectorAll('ol > li')].map(({ id }) => id);
    expect(ids).toEqual(events.map(({ id }) => id));
  });

  it('has real headings without a gap, one for each phase and each event', () => {
    const levels = [...body.querySelectorAll('h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1]));
    expect(levels).toHaveLength(1 + story.timeline.length + events.length);
    levels.slice(1).forEach((level, index) => expect(level - (levels[index] as number)).toBeLessThanOrEqual(1));
    for (const { id, title } of events)
      expect(wordsOf(body.querySelector(`#${id} :is(h3, h4)`)), id).toBe(plainText(title));
  });

  it('without phases has no gap in its headings either', async () => {
    const phases: StoryPhase[] = [{ events }];
    const flat = await timelineOf({ ...story, timeline: phases });
    const tags = [...flat.querySelectorAll('h2, h3, h4, h5, h6')].map(({ tagName }) => tagName);
    expect(tags).toEqual(['H2', ...events.map(() => 'H3')]);
  });

  it('says what holds of a moment without a word where there is one, and only there', async () => {
    const of = (status: 'single' | 'reported'): StoryPhase[] => [
      { events: events.map((event) => ({ ...event, status })) },
    ];
    const usual = en.story.status.reported;
    for (const status of ['single', 'reported'] as const) {
      const told = await timelineOf({ ...story, timeline: of(status) });
      expect(wordsOf(told).includes(usual)).toBe(status === 'reported');
    }
  });

  it('is kept by reader modes: no aside, and nothing but drawings hidden', () => {
    expect(body.querySelectorAll('aside, [role=complementary]')).toHaveLength(0);
    for (const hidden of body.querySelectorAll('[aria-hidden], [hidden]')) expect(hidden.tagName).toBe('svg');
  });

  it('is labelled by its own heading', () => {
    const label = body.getAttribute('aria-labelledby');
    expect(body.querySelector(`#${label}`)?.tagName).toBe('H2');
  });
});

describe('an event shows', () => {
  const item = (id: string): Element => body.querySelector(`#${id}`) as Element;
  const datetimes = (id: string): (string | null)[] =>
    [...item(id).querySelectorAll('time')].map((time) => time.getAttribute('datetime'));

  it.each([
    ['plan', ['2023']],
    ['work', ['2024-02', '2025-02-10']],
    ['toll', ['2025-03-02']],
  ])('%s: one machine-readable date, two for a range, none more exact than written', (id, expected) => {
    expect(datetimes(id)).toEqual(expected);
  });

  it('a time of day on both clocks, each with its offset, and the day where it differs', () => {
    expect(datetimes('opening')).toEqual(['2025-03-01T20:30-05:00', '2025-03-02T10:30+09:00']);
    const [pier, gate] = [...item('opening').querySelectorAll('time')].map(wordsOf);
    expect(pier).not.toContain('March');
    expect(gate).toContain('2 March 2025');
    expect(wordsOf(item('opening'))).toContain('1 March 2025');
    expect(wordsOf(item('opening'))).toContain('The gate');
  });

  it('"about", "since" and "to" as words outside the date', () => {
    expect(wordsOf(item('plan'))).toContain('about 2023');
    expect(wordsOf(item('toll'))).toContain('since 2 March 2025');
    expect(wordsOf(item('work'))).toContain('February 2024 to 10 February 2025');
    for (const time of body.querySelectorAll('time')) expect(wordsOf(time)).not.toMatch(/about|since| to /);
  });

  it('its place, its text, its status in words and who says so', () => {
    expect(wordsOf(item('work'))).toContain('The gate');
    expect(wordsOf(item('work'))).toContain('The work took a year.');
    expect(wordsOf(item('plan'))).toContain(en.story.status.single);
    expect(wordsOf(item('work'))).toContain(en.story.status.disputed);
    expect(wordsOf(item('opening'))).toContain(en.story.status['one-side']);
    expect(wordsOf(item('work'))).toContain('Said by The east bank');
    expect(item('work').querySelector('em')?.textContent).toBe('east');
    expect(wordsOf(item('plan'))).not.toContain('Said by');
  });

  it('the way to the positions of a dispute', () => {
    expect(item('work').querySelector('a[href="#dispute-length"]')).not.toBeNull();
    expect(item('plan').querySelector('a[href^="#dispute"]')).toBeNull();
  });

  it('each of its sources once by number, named by its publisher, at the anchor that the source leads back to', () => {
    for (const { id, sources } of events) {
      for (const { anchor, sourceAnchor, source, number } of sources) {
        const [link, ...others] = item(id).querySelectorAll(`a[href="#${sourceAnchor}"]`);
        expect(others).toEqual([]);
        const places = story.sources.find((listed) => listed.source === source)?.citedAt.map((place) => place.anchor);
        if (anchor !== undefined) expect(link?.id).toBe(anchor);
        expect(places).toContain(link?.id);
        expect(wordsOf(link as Element)).toBe(`[${number}]`);
        expect(link?.getAttribute('aria-label')).toBe(`${source.publisher} [${number}]`);
      }
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it('the way to its own page', () => {
    for (const { id } of events) expect(item(id).querySelector(`a[href="bridge/${id}.html"]`), id).not.toBeNull();
  });
});

it('speaks Korean on a Korean page, with the same anchors and dates', async () => {
  const korean = await bridgeIn('ko');
  const page = await timelineOf(korean);
  expect([...page.querySelectorAll('ol > li')].map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  expect([...page.querySelectorAll('time')].map(({ dateTime }) => dateTime)).toEqual(
    [...body.querySelectorAll('time')].map(({ dateTime }) => dateTime),
  );
  expect(wordsOf(page.querySelector('#plan'))).toContain('2023년경');
  expect(wordsOf(page.querySelector('#work'))).toContain(ko.story.status.disputed);
  for (const title of page.querySelectorAll('h2, h3, h4')) expect(wordsOf(title)).toMatch(/^[\p{Script=Hangul} ]+$/u);
});
