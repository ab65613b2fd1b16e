import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { serve, type Serving } from '../../src/publish/serve.ts';
import { PROJECT } from '../fixtures/project.ts';
import { DIST, editions, pageAt } from '../site/built-site.ts';
import { type Engine, engines } from './engines.ts';

/**
 * The ways of a reader through an article, in every engine that is installed: Debian's `firefox-esr`, and
 * `webkit2gtk-driver` with `xvfb`. Pictures of what was seen are kept in `.cache/walk/`.
 */

const SOON = { timeout: 20_000, interval: 100 };
const PICTURES = join(PROJECT, '.cache/walk');
const [{ file, article }] = editions as [(typeof editions)[number]];
/** Somewhere in the middle of the timeline. */
const event = article.original.data.timeline[12]?.id ?? '';
const reports: string[] = [];
let serving: Serving;

beforeAll(async () => {
  serving = await serve(DIST, 0);
  mkdirSync(PICTURES, { recursive: true });
  // What breaks the page's own policy is reported to the server, in every engine alike.
  serving.server.prependListener('request', (request, response) => {
    const [, page] = /^\/(.+\.html)/u.exec(request.url ?? '') ?? [];
    const policy = page && pageAt(page).querySelector('meta[http-equiv="content-security-policy" i]');
    if (policy)
      response.setHeader(
        'Content-Security-Policy-Report-Only',
        `${policy.getAttribute('content')}; report-uri /report`,
      );
    if (request.url === '/report') request.on('data', (data) => reports.push(String(data)));
  });
});

afterAll(() => {
  serving.server.closeAllConnections();
  serving.server.close();
});

for (const { name, path, start } of engines(inject('browser')))
  describe.skipIf(!path)(`${name}${path ? '' : ' (not installed)'}`, () => {
    let engine: Engine;

    beforeAll(async () => {
      engine = await start(path as string);
    });

    afterAll(() => engine.close());

    const open = (hash = '', page = file): Promise<void> =>
      engine.open(`http://localhost:${serving.port}/${page}${hash}`);
    const all = (list: string): Promise<string[]> =>
      engine.run(`[...document.querySelectorAll(${JSON.stringify(list)})].map((node) => node.getAttribute('href'))`);
    const topOf = (id: string): Promise<number> =>
      engine.run(`document.getElementById(${JSON.stringify(id)}).getBoundingClientRect().top`);
    const shown = (): Promise<number> =>
      engine.run(`[...document.querySelectorAll('.event')].filter((node) => node.offsetHeight > 0).length`);
    const height = (): Promise<number> => engine.run('document.documentElement.scrollHeight');
    const seen = async (what: string): Promise<void> =>
      writeFileSync(join(PICTURES, `${name}-${what}.png`), await engine.picture());

    /** Presses what lies on top at the middle of the first element that a selector finds. */
    async function press(selector: string): Promise<void> {
      const pressed = await engine.run(`(() => {
        const wanted = document.querySelector(${JSON.stringify(selector)});
        wanted.scrollIntoView({ block: 'center' });
        const [{ left, top, width, height }] = wanted.getClientRects();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        if (!wanted.contains(hit)) return hit?.outerHTML.slice(0, 200) ?? 'nothing';
        hit.click();
        return true;
      })()`);
      expect(pressed, selector).toBe(true);
    }

    async function landsAt(hash: string): Promise<void> {
      const landed = (): Promise<number> => topOf(decodeURIComponent(hash.slice(1)));
      await expect.poll(() => engine.run('location.hash'), SOON).toBe(hash);
      // Where the page ends a target cannot come up to the top.
      const isAtEnd = 'scrollY + innerHeight > document.documentElement.scrollHeight - 2';
      await expect
        .poll(async () => ((await engine.run(isAtEnd)) ? 16 : Math.round(await landed())), SOON)
        .toSatisfy((top) => Math.abs(top - 16) <= 2);
    }

    it.each([390, 1280])('walks through the article at %i pixels', async (width) => {
      await engine.resize(width, 844);
      await open();
      const claimed = await height();
      // The window of one engine cannot be as narrow as a phone.
      expect(await engine.run('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      await seen(`${width}-top`);

      await press('.contents summary');
      for (const target of (await all('.contents a')).slice(1, 4)) {
        await press(`.contents a[href="${target}"]`);
        await landsAt(String(target));
      }
      await press('.contents summary');

      for (const target of (await all('.strip a')).slice(10, 14)) {
        await press(`.strip a[href="${target}"]`);
        await landsAt(String(target));
      }
      await seen(`${width}-timeline`);

      const [citation] = await engine.run<[string, string][]>(
        `[...document.querySelectorAll('#${event} sup a')].map((link) => [link.id, link.getAttribute('href')])`,
      );
      const [place = '', source = ''] = citation ?? [];
      const isSeen = (selector: string): Promise<boolean> =>
        engine.run(`(() => {
          const [box] = document.querySelector(${JSON.stringify(selector)}).getClientRects();
          return box !== undefined && box.top >= 0 && box.bottom < innerHeight + 1;
        })()`);
      await press(`#${place}`);
      const before = await topOf(place);
      await expect.poll(() => isSeen(source), SOON).toBe(true);
      expect(await topOf(place)).toBe(before);
      await seen(`${width}-source`);
      await press('.source-list + a');
      await expect.poll(() => isSeen(source), SOON).toBe(false);
      expect(await topOf(place)).toBe(before);
      await press(`#${place}`);
      await expect.poll(() => isSeen(source), SOON).toBe(true);
      await press(`${source} a[href="#${place}"]`);
      await landsAt(`#${place}`);

      const whole = await shown();
      await press('#filter_phase_2');
      await expect.poll(shown, SOON).toBeLessThan(whole);
      await press('.shown button');
      await expect.poll(shown, SOON).toBe(whole);
      await engine.run(`scrollTo(0, document.documentElement.scrollHeight)`);
      // Columns may be balanced anew by a few pixels.
      expect((await height()) / claimed).toBeCloseTo(1, 2);
    });

    it('keeps the place over a reload, and opens at a moment', async () => {
      await open();
      await engine.run(`document.getElementById('h-people').scrollIntoView()`);
      const place = await engine.run<number>('scrollY');
      await engine.run('void (globalThis.isOld = true, location.reload())');
      await expect.poll(() => engine.run('!globalThis.isOld && document.readyState === "complete"'), SOON).toBe(true);
      await expect.poll(async () => Math.abs((await engine.run<number>('scrollY')) - place), SOON).toBeLessThan(3);

      await open('', 'index.html');
      await open(`#${event}`);
      await landsAt(`#${event}`);
    });

    it('passes the page on, and changes the language', async () => {
      await open();
      if (await engine.run('document.querySelector(".pass-on button") !== null')) {
        await press('.pass-on button');
        await expect.poll(() => engine.run('document.querySelector("[role=status]").textContent'), SOON).not.toBe('');
        expect(await engine.run('document.querySelector(".pass-on button") !== null')).toBe(true);
      }
      await press('a[hreflang=ko]');
      await expect.poll(() => engine.run('document.documentElement.lang'), SOON).toBe('ko');
      await press('a[hreflang=en]');
      await expect.poll(() => engine.run('document.documentElement.lang'), SOON).toBe('en');
    });

    it('says nothing in the console, and breaks no policy', () => {
      expect(engine.messages).toEqual([]);
      expect(reports).toEqual([]);
    });
  });
