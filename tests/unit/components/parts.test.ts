import { describe, expect, it } from 'vitest';
import Attribution from '../../../src/components/Attribution.astro';
import Citations from '../../../src/components/Citations.astro';
import Clocks from '../../../src/components/Clocks.astro';
import DateWords from '../../../src/components/DateWords.astro';
import Disputes from '../../../src/components/Disputes.astro';
import KeyNumbers from '../../../src/components/KeyNumbers.astro';
import People from '../../../src/components/People.astro';
import Questions from '../../../src/components/Questions.astro';
import Footer from '../../../src/components/Footer.astro';
import SourceList from '../../../src/components/SourceList.astro';
import StoryBody from '../../../src/components/StoryBody.astro';
import Terms from '../../../src/components/Terms.astro';
import Updates from '../../../src/components/Updates.astro';
import { readLibrary } from '../../../src/content/library.ts';
import { STATUSES } from '../../../src/content/model/parts.ts';
import { parseEdtf } from '../../../src/dates/edtf.ts';
import { formatDateParts } from '../../../src/dates/format.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import { ko } from '../../../src/i18n/locales/ko.ts';
import type { Story } from '../../../src/story/story.ts';
import { bridgeIn, SMALL_PROJECT } from '../story/bridge.ts';
import { wordsOf } from '../../words-of.ts';
import { renderComponent } from './render.ts';

const story = await bridgeIn('en');

describe('a date in words', () => {
  it.each([
    ['2025-09', 'September 2025', ['2025-09']],
    ['2025-09~', 'about September 2025', ['2025-09']],
    ['2025-09-30/..', 'since 30 September 2025', ['2025-09-30']],
    ['2025/2026-01', '2025 to January 2026', ['2025', '2026-01']],
  ])('%s reads "%s" and marks %j', async (written, read, datetimes) => {
    const body = await renderComponent(DateWords, { parts: formatDateParts(parseEdtf(written), en) });
    expect(wordsOf(body)).toBe(read);
    expect([...body.querySelectorAll('time')].map(({ dateTime }) => dateTime)).toEqual(datetimes);
  });

  it('has no space that the language does not write', async () => {
    const body = await renderComponent(DateWords, { parts: formatDateParts(parseEdtf('2025-09~/2025-10'), ko) });
    expect(body.textContent).toBe('2025년 9월경부터 2025년 10월까지');
  });
});

describe('a mark of status', () => {
  it('says it in words, and draws each differently', async () => {
    const drawn = new Set<string>();
    for (const status of STATUSES) {
      const body = await renderComponent(Attribution, { event: { status, sources: [] } });
      expect(wordsOf(body)).toBe(en.story.status[status]);
      drawn.add(body.querySelector('svg[aria-hidden=true]')?.innerHTML ?? '');
    }
    expect(drawn.size).toBe(STATUSES.length);
  });
});

describe('clocks', () => {
  it('are nothing where no time of day is known', async () => {
    const body = await renderComponent(Clocks, { clocks: [] });
    expect(body.children).toHaveLength(0);
  });

  it('name their places', async () => {
    const [opening] = story.timeline.flatMap(({ events }) => events).filter(({ when }) => when.clocks.length > 0);
    const body = await renderComponent(Clocks, { clocks: opening?.when.clocks ?? [] });
    expect([...body.querySelectorAll('li')].map(wordsOf)).toEqual([
      expect.stringContaining('The pier'),
      expect.stringContaining('The gate'),
    ]);
  });
});

describe('the list of sources', () => {
  it('names the language of a source that is not the page’s, and marks it', async () => {
    const body = await renderComponent(SourceList, { sources: story.sources });
    const entry = (id: string): Element => body.querySelector(`#source-${id}`) as Element;
    expect(wordsOf(entry('ilbo'))).toContain('Korean');
    expect(entry('ilbo').querySelector('[lang=ko]')).not.toBeNull();
    expect(wordsOf(entry('gazette'))).not.toContain('English');
    expect(entry('gazette').querySelector('[lang]')).toBeNull();
  });

  it('dates a source no more exactly than is known, and shows its note, author and archived copy', async () => {
    const body = await renderComponent(SourceList, { sources: story.sources });
    const ilbo = body.querySelector('#source-ilbo');
    expect(wordsOf(ilbo)).toContain('about March 2025');
    expect(ilbo?.querySelector('time')?.dateTime).toBe('2025-03');
    expect(ilbo?.querySelector('em')?.textContent).toBe('copy');
    expect(ilbo?.querySelector('a[href="https://archive.example/ilbo"]')).not.toBeNull();
    expect(wordsOf(body.querySelector('#source-gazette'))).toContain('A. Writer');
  });

  it('has no space before a comma or a full stop', async () => {
    const body = await renderComponent(SourceList, { sources: story.sources });
    expect(wordsOf(body)).not.toMatch(/ [,.]/);
  });
});

describe('the boxes of a story', () => {
  it('key points are a list of the points', async () => {
    const body = await renderComponent(StoryBody, { story });
    const points = body.querySelector('section.key-points') as Element;
    expect(points.querySelectorAll('li')).toHaveLength(story.keyPoints.length);
    expect(points.querySelectorAll('li sup a[href^="#source-"]').length).toBeGreaterThanOrEqual(story.keyPoints.length);
  });

  it('people have their names in both scripts, roles and sides', async () => {
    const body = await renderComponent(People, { people: story.people });
    const keeper = body.querySelector('#person-keeper');
    expect(wordsOf(keeper)).toMatch(/B\. Keeper 지기 East bank Keeper of the bridge/);
    expect(keeper?.querySelector('[lang=ko]')?.textContent).toBe('지기');
    expect(keeper?.querySelector('a[href="#source-ilbo"]')).not.toBeNull();
  });

  it('a count is drawn in a section of its own where there are no numbers, one mark for many if it has to be', async () => {
    const groups = [
      { id: 'all', label: ['on foot'], count: 20_000, sources: [] },
      { id: 'one', label: ['on a mule'], count: 1, sources: [] },
    ];
    const body = await renderComponent(StoryBody, {
      story: { ...story, numbers: [], count: { total: 20_001, label: ['people'], groups } } as unknown as Story,
    });
    const chart = body.querySelector('section:has(> #h-numbers) figure');
    expect(body.querySelector('nav a[href="#h-numbers"]')).not.toBeNull();
    expect(wordsOf(chart)).toMatch(/20,001 people.*One mark for 50\. 20,000 on foot/);
    expect(chart?.querySelector('svg[role=img]')?.getAttribute('aria-label')).toMatch(
      /^One mark for 50: 20,000 on foot/,
    );
    const height = Number(chart?.querySelector('svg[role=img]')?.getAttribute('viewBox')?.split(' ')[3]);
    expect(height).toBeLessThan(500);
    expect(chart?.querySelectorAll('svg[role=img] path:not(.hole)')).toHaveLength(2);
  });

  it('numbers are printed as they were written', async () => {
    const body = await renderComponent(KeyNumbers, { numbers: story.numbers, count: undefined });
    expect(wordsOf(body.querySelector('li'))).toMatch(/^1,200 m length\[\d+\] As measured\./);
  });

  it('a dispute shows every position, who holds it and its sources', async () => {
    const body = await renderComponent(Disputes, { disputes: story.disputes });
    const dispute = body.querySelector('#dispute-length');
    const positions = [...(dispute?.querySelectorAll('li') ?? [])];
    expect(positions.map(wordsOf)).toEqual([
      expect.stringMatching(/^The west bank A year\.\[\d+\]$/),
      expect.stringMatching(/^The east bank Two years\.\[\d+\]$/),
    ]);
    const names = positions.map((position) => position.querySelector('a')?.ariaLabel);
    expect(names).toEqual([expect.stringContaining('The Gazette'), expect.stringContaining('일보')]);
    expect(dispute?.querySelector('h3')?.textContent).toBe('How long did the work take?');
  });

  it('a term leads back to the text only where the text uses it', async () => {
    const body = await renderComponent(Terms, { terms: story.terms });
    expect(body.querySelectorAll('dt')).toHaveLength(2);
    expect(body.querySelector('#term-span a[href="#use_span"]')).not.toBeNull();
    expect(body.querySelector('#term-unused a[href^="#use"]')).toBeNull();
  });

  it('questions stand without an answer', async () => {
    const body = await renderComponent(Questions, { questions: story.questions });
    expect(wordsOf(body.querySelector('#question-cost'))).toBe('What did it cost?');
  });

  it('updates are dated, newest first, and say which of them is a correction', async () => {
    const body = await renderComponent(Updates, { updates: story.updates });
    const [correction, first] = [...body.querySelectorAll('li')];
    expect(correction?.querySelector('time')?.dateTime).toBe('2025-03-05T09:00+09:00');
    expect(wordsOf(correction)).toContain(en.story.correction);
    expect(wordsOf(first)).not.toContain(en.story.correction);
  });

  it('a correction stands at the top, with its date', async () => {
    const body = await renderComponent(StoryBody, { story });
    expect(wordsOf(body)).toMatch(/^Correction.*5 March 2025.*The length was wrong/);
  });

  it('citations are nothing where there are none', async () => {
    const body = await renderComponent(Citations, { citations: [] });
    expect(body.children).toHaveLength(0);
  });
});

it('a part that a story lacks leaves no empty heading behind', async () => {
  const bare = { ...story, count: undefined, numbers: [], disputes: [], questions: [], people: [], terms: [] };
  const body = await renderComponent(StoryBody, { story: bare });
  const anchors = [...body.querySelectorAll('section > h2')].map(({ id }) => id);
  expect(anchors).toEqual(['h-key-points', 'h-timeline', 'h-updates', 'h-sources']);
});

describe('who acts in a moment', () => {
  it('leads from their entry to it', async () => {
    const body = await renderComponent(People, { people: story.people });
    const links = [...body.querySelectorAll('#person-keeper a[href^="#"]:not([role])')];
    expect(links.map((link) => [link.getAttribute('href'), wordsOf(link)])).toEqual([
      ['#work', 'The work'],
      ['#opening', 'The opening'],
    ]);
    expect(wordsOf(body)).toContain('Timeline: The work · The opening');
  });

  it('has no such line where no moment names them', async () => {
    const body = await renderComponent(People, { people: story.people.map((person) => ({ ...person, moments: [] })) });
    expect(wordsOf(body)).not.toContain(en.story.timeline);
  });
});

describe('the table of contents', () => {
  const anchorsOf = async (of: Story): Promise<string[]> => {
    const body = await renderComponent(StoryBody, { story: of });
    return [...body.querySelectorAll<HTMLAnchorElement>('.contents a')].map(({ hash }) => hash);
  };

  it('names the prose’s headings, then the parts that have content', async () => {
    const anchors = await anchorsOf(story);
    expect(anchors.slice(0, 2)).toEqual(story.headings.map(({ id }) => `#${id}`));
    expect(anchors).toContain('#h-timeline');
    expect(anchors.at(-1)).toBe('#h-sources');
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it('leaves out what a story does not have', async () => {
    const anchors = await anchorsOf({ ...story, people: [], numbers: [] });
    expect(anchors).not.toContain('#h-people');
    expect(anchors).not.toContain('#h-numbers');
  });
});

it('the foot names the licence of the words and whom to tell of an error', async () => {
  const { site } = readLibrary(SMALL_PROJECT);
  if (!site) throw new Error('the fixture has a site.yaml');
  const body = await renderComponent(Footer, {});
  const licence = body.querySelector('a[rel~=license]');
  expect(licence?.getAttribute('href')).toBe(site.licence.url);
  expect(wordsOf(licence)).toBe(site.licence.name);
  expect(body.querySelector(`a[href="mailto:${site.contact}"]`)).not.toBeNull();
  expect(wordsOf(body)).not.toMatch(/ [,.]|[,.]\p{L}/u);
});
