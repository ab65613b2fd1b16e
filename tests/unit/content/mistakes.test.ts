import { afterEach, describe, expect, it } from 'vitest';
import { RULE_BOOK } from '../../../src/content/rule-book.ts';
import { BaseProject } from '../../fixtures/base-project.ts';
import { MISTAKES } from '../../fixtures/mistakes.ts';

let project: BaseProject;
afterEach(() => project.remove());

describe('a mistake gets one line, where it stands, that says what to write', () => {
  it.each(MISTAKES.map((mistake) => [`${mistake.rule}: ${mistake.name}`, mistake] as const))('%s', (_name, mistake) => {
    project = new BaseProject();
    const place = mistake.make(project);
    const { rule, file } = mistake;
    expect(project.check()).toEqual([
      { file, ...place, severity: RULE_BOOK[rule].severity, rule, message: expect.stringContaining(mistake.says) },
    ]);
  });
});

describe('the good project', () => {
  it('has no mistakes', () => {
    project = new BaseProject();
    expect(project.check()).toEqual([]);
  });
});
