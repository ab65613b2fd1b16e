import { describe, expect, it } from 'vitest';
import type { Event } from '../../src/content/model/article.ts';
import { ESTABLISHED } from '../../src/content/model/parts.ts';
import { type EdtfDate, formatEdtf, isoTime } from '../../src/dates/edtf.ts';
import { inZone } from '../../src/dates/zone.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import { plainText } from '../../src/text/rich-text.ts';
import { editions, pageAt } from './built-site.ts';
import { wordsOf } from '../words-of.ts';

/** The node comes later in the document: `Node.DOCUMENT_POSITION_FOLLOWING`. */
const FOLLOWING = 4;

describe.each(editions)('$file', ({ article, edition, file }) => {
  const page = pageAt(file);
  const facts = article.original.data;
  const words = messagesFor(edition.lang);
  const anchored = (prefix: string): string[] =>
    [...page.querySelectorAll(`[id^="${prefix}"]`)].map(({ id }) => id.slice(prefix.length));

  describe('the timeline', () => {
    const item = ({ id }: Event): Element | null => page.getElementById(id);

    it('has every event once, in order, as an item of an ordered list with a heading', () => {
      const events = new Set(facts.timeline.map(({ id }) => id));
      const shown = [...page.querySelectorAll('ol > li[id]')].map(({ id }) => id).filter((id) => events.has(id));
      expect(shown).toEqual([...events]);
      for (const event of facts.timeline)
        expect(wordsOf(item(event)?.querySelector('h2, h3, h4, h5')), event.id).not.toBe('');
    });

    it('has a heading for every phase', () => {
      const titles = edition === article.original ? facts.phases?.map(({ title }) => plainText(title)) : undefined;
      const headings = [...page.querySelectorAll('h2, h3')].map(wordsOf);
      for (const title of titles ?? []) expect(headings).toContain(title);
    });

    it('dates each event as it was written and no more exactly, on every clock of the story', () => {
      for (const event of facts.timeline) {
        const shown = [...(item(event)?.querySelectorAll('time') ?? [])].map(({ dateTime }) => dateTime);
        const dates = shown.filter((datetime) => /^\d{4}/.test(datetime));
        expect(new Set(dates), event.id).toEqual(new Set(datetimesOf(event.date, zonesOf(facts.places))));
      }
    });

    it('says how well each event is established and who says so', () => {
      for (const event of facts.timeline) {
        expect(wordsOf(item(event)), event.id).toContain(words.story.status[event.status]);
        if (!ESTABLISHED.includes(event.status))
          expect(wordsOf(item(event)), event.id).toMatch(saidBy(words.story.saidBy));
      }
    });

    it('cites for each event the sources that it rests on', () => {
      for (const event of facts.timeline) {
        const cited = [...(item(event)?.querySelectorAll('a[href^="#source-"]') ?? [])].map(idOfSource);
        expect(cited, event.id).toEqual(expect.arrayContaining([...event.sources]));
      }
    });
  });

  it('shows as many people, numbers, terms, disputes, questions, key points and updates as the article has', () => {
    const ids = (items: readonly { readonly id: string }[] | undefined): string[] => (items ?? []).map(({ id }) => id);
    expect(anchored('person-')).toEqual(ids(facts.people));
    expect(anchored('number-')).toEqual(ids(facts.numbers));
    expect(anchored('term-')).toEqual(ids(facts.terms));
    expect(anchored('dispute-')).toEqual(ids(facts.disputes));
    expect(anchored('question-')).toEqual(ids(facts.questions));
    const section = (name: string): Element | null => page.querySelector(`section[aria-labelledby=h-${name}]`);
    expect(section('key-points')?.querySelectorAll('li')).toHaveLength(facts.keyPoints.length);
    expect(section('updates')?.querySelectorAll('li')).toHaveLength(facts.updates.length);
  });

  it('sets out every position of a dispute', () => {
    for (const { id, positions } of facts.disputes ?? []) {
      const dispute = page.getElementById(`dispute-${id}`);
      expect(dispute?.querySelectorAll('li'), id).toHaveLength(positions.length);
    }
  });

  it('names in its contents every part that follows, in order', () => {
    const contents = page.querySelector('nav.contents') as Element;
    const parts = [...page.querySelectorAll('main h2')].filter(
      (heading) => contents.compareDocumentPosition(heading) & FOLLOWING,
    );
    const entries = [...contents.querySelectorAll('a')].map((link) => [link.getAttribute('href'), wordsOf(link)]);
    expect(entries.length).toBeGreaterThan(5);
    expect(entries).toEqual(parts.map((heading) => [`#${heading.id}`, wordsOf(heading)]));
  });

  it('has every heading of the prose, under the same anchor in every language', () => {
    for (const id of article.headingIds) expect(page.getElementById(id)?.tagName).toMatch(/^H[2-6]$/);
  });

  it('cites a source under every key point and in every paragraph outside a note', () => {
    const prose = [...page.querySelectorAll('.prose > p')];
    expect(prose.length).toBeGreaterThan(5);
    for (const block of prose) {
      const introducesList = /^[UO]L$/.test(block.nextElementSibling?.tagName ?? '');
      if (!introducesList) expect(block.querySelector('a[href^="#source-"]'), wordsOf(block)).not.toBeNull();
    }
  });

  describe('the sources', () => {
    // What the desk has not seen stands behind the others, as what they go back to.
    const unseen = new Set(article.sources.flatMap(({ id, extent }) => (extent === 'unseen' ? [`source-${id}`] : [])));
    const listed = [...page.querySelectorAll('ol > li[id^="source-"]')].filter(({ id }) => !unseen.has(id));
    const citing = [...page.querySelectorAll('a[href^="#source-"]')].filter(
      (link) => !link.closest('li[id^="source-"]'),
    );

    const cited = article.sources.filter(({ extent }) => extent !== 'unseen');

    it('are all those of the article', () => {
      expect(listed.map(({ id }) => id.slice('source-'.length)).toSorted()).toEqual(
        cited.map(({ id }) => id).toSorted(),
      );
    });

    it('are numbered by first appearance on the page', () => {
      const firstSeen = [...new Set(citing.map((link) => link.getAttribute('href')?.slice(1)))];
      expect(listed.map(({ id }) => id)).toEqual(firstSeen);
      for (const link of citing) {
        const number = Number(/(\d+)\D*$/.exec(wordsOf(link))?.[1]);
        expect(listed[number - 1]?.id, wordsOf(link)).toBe(link.getAttribute('href')?.slice(1));
      }
    });

    it('lead back to every place that cites them, and to nothing else', () => {
      for (const entry of listed) {
        const back = [...entry.querySelectorAll('a[href^="#"]:not([href^="#source-"])')].map((link) =>
          link.getAttribute('href')?.slice(1),
        );
        const places = citing.filter((link) => link.getAttribute('href') === `#${entry.id}`).map(({ id }) => id);
        expect(places.length, entry.id).toBeGreaterThan(0);
        expect(back, entry.id).toEqual(places);
      }
    });

    it('count the places that cite them, each for itself, along the page', () => {
      const counts = new Map(
        listed.flatMap((entry) =>
          [...entry.querySelectorAll('a[href^="#"]:not([href^="#source-"])')].map((link) => [
            link.getAttribute('href'),
            Number(wordsOf(link)),
          ]),
        ),
      );
      for (const { id } of listed) {
        const places = citing.filter((link) => link.getAttribute('href') === `#${id}`);
        const counted = places.map((place) => counts.get(`#${place.id}`));
        expect(counted, id).toEqual(places.map((_, index) => index + 1));
      }
    });

    it('each show publisher, linked title, date and language', () => {
      const names = new Intl.DisplayNames(words.locale, { type: 'language' });
      const translated = 'sources' in edition.data ? (edition.data.sources ?? {}) : {};
      for (const { id, publisher, title, url, published, language } of cited) {
        const entry = page.getElementById(`source-${id}`);
        const link = [...(entry?.querySelectorAll('a') ?? [])].find((known) => known.getAttribute('href') === url);
        expect(wordsOf(entry)).toContain(translated[id]?.publisher ?? publisher);
        expect(wordsOf(link)).toBe(translated[id]?.title ?? title);
        // Behind it stand the day of reading and the dates of what it goes back to.
        const dates = published ? datetimesOf(published) : [];
        const shown = [...(entry?.querySelectorAll('time') ?? [])].map(({ dateTime }) => dateTime);
        expect(shown.slice(0, dates.length)).toEqual(dates);
        if (language !== edition.lang) expect(wordsOf(entry)).toContain(names.of(language));
      }
    });
  });
});

function idOfSource(link: Element): string {
  return (link.getAttribute('href') ?? '').slice('#source-'.length);
}

function saidBy(pattern: string): RegExp {
  return new RegExp(pattern.replace(/\{name\}/, '.+'));
}

function zonesOf(places: Readonly<Record<string, { readonly timeZone: string }>>): string[] {
  return [...new Set(Object.values(places).map(({ timeZone }) => timeZone))];
}

// What `<time datetime>` may hold: no qualifier, a range as its two ends, a time on each clock.
function datetimesOf(date: EdtfDate, zones: readonly string[] = []): string[] {
  if (date.kind === 'time') return zones.map((zone) => isoTime(inZone(date, zone)));
  return formatEdtf(date)
    .split('/')
    .filter((end) => end !== '..')
    .map((end) => end.replace(/[~?%]$/, ''));
}
