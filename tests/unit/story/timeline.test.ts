import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/locales/en.ts';
import { Bibliography } from '../../../src/story/bibliography.ts';
import { localiseSources } from '../../../src/story/localise.ts';
import { showPart, sidesOf } from '../../../src/story/parts.ts';
import { type StoryPhase, timelineOf } from '../../../src/story/timeline.ts';
import { nodesIn } from '../../../src/text/rich-text.ts';
import { readBridge } from './bridge.ts';

const { original, sources } = readBridge();
const facts = original.data;

function timeline(changed: Partial<typeof facts> = {}): StoryPhase[] {
  const told = { ...facts, ...changed };
  const page = {
    ...{ pictures: new Map(), bibliography: new Bibliography(localiseSources(sources, 'en', undefined)) },
    ...{ sides: sidesOf(facts.sides), places: facts.places },
  };
  return timelineOf(showPart('timeline', told.timeline, page), told.phases, page, en);
}

const shape = (phases: readonly StoryPhase[]): [string | undefined, string[]][] =>
  phases.map(({ phase, events }) => [phase?.id, events.map(({ id }) => id)]);

describe('a timeline', () => {
  it('runs through its phases in the editor’s order', () => {
    expect(shape(timeline())).toEqual([
      ['before', ['plan', 'work']],
      ['after', ['opening', 'toll']],
    ]);
  });

  it('comes back to a phase without moving an event', () => {
    const phases = ['before', 'after', 'before', 'before'];
    const events = facts.timeline.map((event, index) => ({ ...event, phase: phases[index] }));
    expect(shape(timeline({ timeline: events }))).toEqual([
      ['before', ['plan']],
      ['after', ['work']],
      ['before', ['opening', 'toll']],
    ]);
  });

  it('without phases is one run without a heading', () => {
    const events = facts.timeline.map(({ phase: _, ...event }) => event);
    expect(shape(timeline({ timeline: events, phases: undefined }))).toEqual([
      [undefined, ['plan', 'work', 'opening', 'toll']],
    ]);
  });
});

describe('an event', () => {
  const [plan, work, opening] = timeline().flatMap(({ events }) => events);

  it('belongs to the side of its place', () => {
    expect(work).toMatchObject({ place: facts.places['gate'], side: { id: 'east', index: 2 } });
    expect(opening).toMatchObject({ side: { id: 'west', index: 1 } });
    expect(plan).not.toHaveProperty('side');
    expect(plan).not.toHaveProperty('place');
  });

  it('says how well it is established, who says so, and where the positions stand', () => {
    expect(work).toMatchObject({ status: 'disputed', dispute: 'dispute-length' });
    expect(work?.saidBy).toEqual(facts.timeline[1]?.saidBy);
    expect(plan).not.toHaveProperty('saidBy');
    expect(plan).not.toHaveProperty('dispute');
  });

  it('cites its text before its box', () => {
    expect(nodesIn(work?.text ?? [], 'citation').map(({ numbered }) => numbered?.number)).toEqual([2]);
    expect(work?.sources.map(({ number }) => number)).toEqual([2, 3]);
  });
});
