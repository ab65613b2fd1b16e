import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');

describe.each(['articles/georgia-detention.html', 'ko/articles/georgia-detention.html'])(
  'reader mode of %s',
  (page) => {
    const html = readFileSync(join(dist, page), 'utf8');
    const { document } = new JSDOM(html).window;
    const events = [...document.querySelectorAll('.timeline ol > li[id]')].map((item) => ({
      title: item.querySelector('h3, h4')?.textContent?.trim() ?? '',
      time: item.querySelector('time')?.textContent?.trim() ?? '',
    }));
    const sources = [...document.querySelectorAll('li[id^="source-"] a[href^="http"]')].map(
      (link) => link.textContent?.trim() ?? '',
    );
    const read = new Readability(new JSDOM(html, { url: 'https://example.org/' }).window.document).parse();
    const text = read?.textContent ?? '';
    const flat = text.replace(/\s+/g, ' ');

    test('keeps title and byline', () => {
      expect(read?.title).toContain(document.querySelector('h1')?.textContent?.trim());
      expect(read?.byline).toContain('Plain Record');
    });

    test('keeps every event in order, each with its date before it', () => {
      expect(events.length).toBeGreaterThanOrEqual(18);
      let at = flat.indexOf(
        events[0]?.time ?? '',
        flat.lastIndexOf(document.querySelector('.timeline h2')?.textContent?.trim() ?? ''),
      );
      for (const { title, time } of events) {
        const date = flat.indexOf(time.replace(/\s+/g, ' '), at);
        const heading = flat.indexOf(title.replace(/\s+/g, ' '), date);
        expect(date, `date of ${title}`).toBeGreaterThanOrEqual(0);
        expect(heading, title).toBeGreaterThan(date);
        at = heading + title.length;
      }
    });

    test('keeps every source', () => {
      expect(sources.length).toBeGreaterThanOrEqual(35);
      for (const title of sources) expect(flat).toContain(title.replace(/\s+/g, ' '));
    });
  },
);
