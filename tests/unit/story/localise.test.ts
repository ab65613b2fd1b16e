import { describe, expect, it } from 'vitest';
import { localise } from '../../../src/story/localise.ts';
import { readBridge } from './bridge.ts';

const { original, translations } = readBridge();
const [translation] = translations;
if (!translation) throw new Error('the fixture has a translation');
const told = localise(original, translation);

describe('a translated edition', () => {
  it('without one, is the original itself', () => {
    expect(localise(original, undefined)).toBe(original.data);
  });

  it('says everything in its own words', () => {
    const { data } = translation;
    expect(told).toMatchObject({ title: data.title, summary: data.summary, keyPoints: data.keyPoints });
    expect(told.updates.map(({ note }) => note)).toEqual(data.updates);
    expect(told.timeline.map(({ title }) => title)).toEqual(told.timeline.map(({ id }) => data.timeline?.[id]?.title));
    expect(told.timeline.map(({ saidBy }) => saidBy)).toEqual(
      told.timeline.map(({ id }) => data.timeline?.[id]?.saidBy),
    );
    expect(told.disputes?.[0]?.positions.map(({ claim }) => claim)).toEqual([['한 해.'], ['두 해.']]);
    expect(JSON.stringify({ ...told, people: [] })).not.toMatch(/The (?:bridge|towns|work|pier|east|west)/);
  });

  it('leaves every fact as the original states it', () => {
    const facts = ({ timeline, places, people, numbers, disputes, updates, published }: typeof told) => ({
      published,
      updates: updates.map(({ date, kind }) => [date, kind]),
      timeline: timeline.map(({ id, date, place, phase, status, dispute, sources }) => [
        [id, date, place, phase],
        [status, dispute, sources],
      ]),
      places: Object.entries(places).map(([id, { at, timeZone, side }]) => [id, at, timeZone, side]),
      people: people?.map(({ id, nativeName, side, sources }) => [id, nativeName, side, sources]),
      numbers: numbers?.map(({ id, sources }) => [id, sources]),
      disputes: disputes?.map(({ id, positions }) => [id, positions.map(({ sources }) => sources)]),
    });
    expect(facts(told)).toEqual(facts(original.data));
  });

  it('adds no text where the original has none', () => {
    expect(told.timeline.find(({ id }) => id === 'plan')).not.toHaveProperty('saidBy');
    expect(told.questions?.[0]).not.toHaveProperty('note');
  });

  it('shows what it lacks in the original’s words, marked with their language', () => {
    const { timeline, ...rest } = translation.data;
    const { plan: _, ...others } = timeline ?? {};
    const partial = localise(original, { ...translation, data: { ...rest, timeline: others } });
    const [plan, work] = partial.timeline;
    expect(plan?.title).toEqual([
      { type: 'untranslated', lang: 'en', block: false, children: original.data.timeline[0]?.title },
    ]);
    expect(work?.title).toBe(told.timeline[1]?.title);
  });
});
