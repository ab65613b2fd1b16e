import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readLibrary } from '../../src/content/library.ts';
import { PALETTE } from '../../src/styles/palette.ts';
import { build, copyProject } from '../fixtures/project.ts';
import { filesOf, pageAt } from '../site/built-site.ts';
import { wordsOf } from '../words-of.ts';

/** A story with everything that is hard: dates of every form, crowded ports, a way by sea, three parties at one place. */

const project = copyProject({ content: join(import.meta.dirname, '../fixtures/canal/content') });
const dist = join(project, 'dist');
const { articles, diagnostics } = readLibrary(project);
const facts = articles[0]?.original.data;
if (!facts) throw new Error('the fixture has a story');
const EDITIONS = ['', 'ko/'].map((folder) => `${folder}articles/canal-blocked.html`);
const stops = [...new Set((facts.journey ?? []).flatMap(({ from, to }) => [from, to]))];
let browser: Browser;

beforeAll(async () => {
  await build(project);
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

it('is written without a mistake', () => {
  expect(diagnostics).toEqual([]);
});

describe.each(EDITIONS)('%s', (file) => {
  const all = (selector: string): Element[] => [...pageAt(file, dist).querySelectorAll(selector)];

  it('says how long a leg took only where both of its ends are told, and which leg it is', () => {
    const told = (facts.journey ?? []).filter(({ departs, arrives }) => departs && arrives);
    const tables = all('.passage').map(wordsOf);
    expect(tables).toHaveLength(told.length);
    const names = all('.way ol li').map((stop) => stop.firstChild?.textContent?.trim() ?? '');
    for (const [index, { from, to }] of told.entries())
      for (const id of [from, to]) expect(tables[index]).toContain(names[stops.indexOf(id)]);
  });

  it('names the event of a leg at the stop where it happened', () => {
    const shown = all('.way ol li').map((stop, index) => [
      stops[index],
      [...stop.querySelectorAll('a')].map((link) => link.hash),
    ]);
    const right = stops.map((id) => [
      id,
      (facts.journey ?? []).flatMap(({ event }) => (event && placeOf(event) === id ? [`#${event}`] : [])),
    ]);
    expect(shown).toEqual(right);
  });

  it('counts no time between events of which one is not known so exactly', () => {
    const withGap = all('.event:has(.gap)').map(({ id }) => id);
    expect(withGap).toEqual(['planned', 'bunkers', 'anchors', 'enters', 'aground', 'freed', 'leaves', 'inquiry']);
  });

  it('shows each time of day once for each zone that the editor chose or that it happened in', () => {
    for (const { id, date, place } of facts.timeline) {
      const zones = [place ?? '', ...(facts.clocks ?? [])].map((one) => facts.places[one]?.timeZone);
      const shown = all(`[id="${id}"] .clocks li`);
      expect(shown, id).toHaveLength(date.kind === 'time' ? new Set(zones).size : 0);
    }
  });
});

it('has letters that are composed and no mark of markdown in every file that holds text', () => {
  const texts = filesOf(dist).filter((name) => /\.(?:html|json|csv|ics|xml)$/.test(name));
  expect(texts.length).toBeGreaterThan(50);
  for (const name of texts) {
    const text = readFileSync(join(dist, name), 'utf8');
    expect(text === text.normalize('NFC'), name).toBe(true);
  }
  for (const file of EDITIONS) {
    expect(pageAt(file, dist).querySelector('del')).toBeNull();
    expect(wordsOf(pageAt(file, dist).querySelector('main') as Element)).not.toContain('**');
  }
  expect(wordsOf(pageAt(EDITIONS[1] as string, dist).querySelector('main') as Element)).toContain('3~4월');
});

describe.each([360, 1280])('at %i pixels', (width) => {
  it('every stop can be read on the maps: no disc or name lies over another, none is cut off', async () => {
    for (const file of EDITIONS) {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(pathToFileURL(join(dist, file)).href);
      await page.evaluate(async () => void (await document.fonts.ready));
      const maps = await page.locator('.maps svg').evaluateAll((drawings) =>
        drawings.map((drawing) => {
          const boxOf = (node: Element): number[] => {
            const { left, top, right, bottom } = node.getBoundingClientRect();
            return [left, top, right, bottom];
          };
          return {
            frame: boxOf(drawing),
            // A name's box has the height of its line, which is more than its letters need.
            discs: [...drawing.querySelectorAll('.stop')].map(boxOf),
            names: [...drawing.querySelectorAll('text:not(g text, .enlarges)')].map((name) => ({
              words: name.textContent,
              box: boxOf(name),
            })),
          };
        }),
      );
      expect(maps.length).toBe(3);
      expect(maps.flatMap(({ names }) => names).length).toBeGreaterThanOrEqual(7);
      for (const { frame, discs, names } of maps) {
        const things = [
          ...discs.map((box, index) => ({ words: `disc ${index}`, box })),
          ...names.map(({ words, box: [left = 0, top = 0, right = 0, bottom = 0] }) => ({
            words,
            box: [left, top + (bottom - top) / 4, right, bottom - (bottom - top) / 4],
          })),
        ];
        for (const [index, one] of things.entries()) {
          expect(covers(frame, one.box), `${one.words} in its map`).toBe(true);
          for (const other of things.slice(0, index))
            expect(meet(one.box, other.box), `${one.words} over ${other.words}`).toBe(false);
        }
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.close();
    }
  });
});

it('an event, a quote and a group have the colour of their own side, or of none', async () => {
  const sides = (facts.sides ?? []).map(({ id }) => id);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(dist, EDITIONS[0] as string)).href);
  const colours = await page.evaluate(() => {
    const colour = (selector: string, property: string, pseudo?: string): string =>
      getComputedStyle(document.querySelector(selector) as Element, pseudo).getPropertyValue(property);
    return {
      events: [...document.querySelectorAll('.event')].map(({ id }) =>
        colour(`#${id} .when`, 'border-top-color', '::before'),
      ),
      owners: [colour('#quote-rudder', 'border-left-color'), colour('.count > svg .group-3', 'stroke')],
      nobodys: ['#quote-door', '#moors .quote'].map((quote) => colour(quote, 'border-left-color')),
    };
  });
  await page.close();
  const owned = facts.timeline.map(
    ({ side, place }) => PALETTE[sides.indexOf(side ?? facts.places[place ?? '']?.side ?? '')],
  );
  const neutral = colours.events[owned.indexOf(undefined)];
  expect(colours.events).toEqual(owned.map((look) => (look ? rgb(look.light) : neutral)));
  expect(new Set(colours.owners)).toEqual(new Set([rgb(PALETTE[sides.indexOf('owner')]?.light ?? '')]));
  expect(new Set(colours.nobodys).size).toBe(1);
});

function placeOf(id: string): string | undefined {
  return facts?.timeline.find((event) => event.id === id)?.place;
}

function covers([left = 0, top = 0, right = 0, bottom = 0]: number[], [x = 0, y = 0, toX = 0, toY = 0]: number[]) {
  return left <= x && top <= y && toX <= right && toY <= bottom;
}

function meet([left = 0, top = 0, right = 0, bottom = 0]: number[], [x = 0, y = 0, toX = 0, toY = 0]: number[]) {
  return left < toX && x < right && top < toY && y < bottom;
}

function rgb(hex: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
}
