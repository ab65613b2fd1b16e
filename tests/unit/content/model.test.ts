import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Article, readArticle } from '../../../src/content/article.ts';
import { Pages } from '../../../src/content/pages.ts';
import type { Diagnostic } from '../../../src/content/diagnostic.ts';
import { modelOf } from '../../../src/content/model/article.ts';
import { fact, headline, list, ref, sources, text } from '../../../src/content/model/fields.ts';
import { ARTICLE } from '../../../src/content/model/parts.ts';
import { id, mailAddress } from '../../../src/content/model/scalars.ts';
import { mapTexts } from '../../../src/content/model/walk.ts';
import { ARTICLE as FOLDER, BaseProject } from '../../fixtures/base-project.ts';

/** The list of parts with one more, which no other line of the program knows. */
const parts = {
  ...ARTICLE,
  documents: list(
    { noun: 'a document', anchor: 'document-', section: 'documents' },
    'Papers that the story rests on.',
    {
      id: fact(id, 'What links and translations name it by.'),
      title: headline('What it is.'),
      text: text('What it says.').optional(),
      event: ref('timeline', 'The event that it tells of.').optional(),
      sources: sources('says'),
    },
  ).optional(),
};
const model = modelOf(parts);

const EN = `${FOLDER}/en.md`;
const KO = `${FOLDER}/ko.md`;

const DOCUMENTS = `documents:
  - id: permit
    title: The permit
    text: It allowed the bridge.[^gazette-opening]
    event: planned
    sources: [gazette-opening]
  - id: letter
    title: A letter
    sources: [post-closing]
`;
const WORDS = `documents:
  permit:
    title: 허가서
    text: 다리를 허락했다.[^gazette-opening]
  letter:
    title: 편지
`;

let project: BaseProject;

beforeEach(() => {
  project = new BaseProject();
  project.write(EN, project.read(EN).replace('---\n\n', `${DOCUMENTS}---\n\n`));
  project.write(KO, project.read(KO).replace('---\n\n', `${WORDS}---\n\n`));
});
afterEach(() => project.remove());

function read(): { article: Article | undefined; found: Diagnostic[] } {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const pages = new Pages();
  const article = readArticle(project.root, FOLDER, ['en', 'ko'], report, { model, pages });
  pages.check();
  return { article, found };
}

/** Changes a file once and marks with `¦` where the message has to point. */
function mistake(file: string, find: string, replacement: string): { file: string; line: number; column: number } {
  const text = project.read(file);
  expect(text.split(find)).toHaveLength(2);
  const marked = text.replace(find, replacement);
  project.write(file, marked.replace('¦', ''));
  const before = marked.slice(0, marked.indexOf('¦')).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

describe('a part that is added to the list', () => {
  it('is read in both languages', () => {
    const { article, found } = read();
    expect(found).toEqual([]);
    expect(article?.original.data).toMatchObject({ documents: [{ id: 'permit', event: 'planned' }, { id: 'letter' }] });
    expect(article?.translations[0]?.data).toMatchObject({ documents: { letter: { title: ['편지'] } } });
  });

  it.each([
    ['an id that is given twice', 'id-duplicate', EN, 'id: letter', 'id: ¦permit', '"permit" is taken, at en.md:'],
    [
      'a source that there is not',
      'id-unknown',
      EN,
      '    sources: [post-closing]\n---',
      '    sources: [¦post-closin]\n---',
      '"post-closin" is not the id of a source; did you mean "post-closing"?',
    ],
    [
      'a citation of none',
      'id-unknown',
      EN,
      'text: It allowed the bridge.[^gazette-opening]',
      'text: ¦It allowed the bridge.[^gazete-opening]',
      '"gazete-opening" is not the id of a source',
    ],
    [
      'an event that there is not',
      'id-unknown',
      EN,
      'event: planned',
      'event: ¦planed',
      '"planed" is not the id of an event; did you mean "planned"?',
    ],
    [
      'no source',
      'uncited',
      EN,
      '    sources: [post-closing]\n---',
      '    sources: ¦[]\n---',
      'documents[1].sources cites no source',
    ],
    [
      'a citation in its headline',
      'citation-place',
      EN,
      'title: A letter',
      'title: ¦A letter[^post-closing]',
      'a citation cannot stand here',
    ],
    [
      'an entry that is not translated',
      'translation-missing',
      KO,
      '  permit:\n    title: 허가서\n    text: 다리를 허락했다.[^gazette-opening]\n  letter',
      '  ¦letter',
      'documents.permit is missing: the original edition has it at en.md:',
    ],
    [
      'a text that is not translated',
      'translation-missing',
      KO,
      '    title: 허가서\n    text',
      '    ¦text',
      'documents.permit.title is missing: the original edition has it at en.md:',
    ],
    [
      'a text that the original lacks',
      'translation-extra',
      KO,
      'title: 편지',
      'title: 편지\n    ¦text: 편지다.',
      'documents.letter.text has no text in the original edition, at en.md:',
    ],
    [
      'an entry that the original lacks',
      'translation-extra',
      KO,
      '  letter:',
      '  ¦note:\n    title: 쪽지\n  letter:',
      'documents.note is not in the original edition',
    ],
    [
      'a source that the translation does not cite',
      'translation-sources',
      KO,
      'text: 다리를 허락했다.[^gazette-opening]',
      'text: ¦다리를 허락했다.',
      'documents.permit.text cites "gazette-opening" not at all, and the original edition once, at en.md:',
    ],
    [
      'a fact in the translation',
      'key-unknown',
      KO,
      'title: 편지',
      'title: 편지\n    ¦event: planned',
      'documents.letter has an unknown key "event"',
    ],
    [
      'an abbreviation',
      'abbreviation',
      EN,
      'title: A letter',
      'title: ¦A letter to the LBA',
      '"LBA" is explained nowhere',
    ],
    [
      'a link to an entry that there is not',
      'link-dead',
      EN,
      'It was closed in the end.',
      'It was ¦[closed](#document-leter).',
      'which has no anchor "document-leter"; did you mean "document-letter"?',
    ],
    [
      'an event with the anchor of an entry',
      'id-taken',
      EN,
      '  - id: planned\n    date',
      '  - id: ¦document-letter\n    date',
      'is the anchor of another part of the page',
    ],
    [
      'an event with the anchor of its section',
      'id-taken',
      EN,
      '  - id: planned\n    date',
      '  - id: ¦h-documents\n    date',
      'is the anchor of another part of the page',
    ],
  ])('gets its line for %s', (_name, rule, file, find, replacement, says) => {
    const place = mistake(file, find, replacement);
    expect(read().found).toContainEqual(
      expect.objectContaining({ ...place, rule, message: expect.stringContaining(says) }),
    );
  });

  it('can be linked to, and its section where it stands', () => {
    mistake(EN, 'It was closed in the end.', 'It was [closed](#document-letter) in the [end](#h-documents)¦.');
    expect(read().found).toEqual([]);
  });

  it('is told in the words of a translation, and in the original’s where those lack', () => {
    const { article } = read();
    const { documents: said } = article?.translations[0]?.data as never as { documents: Record<string, object> };
    const told = mapTexts(
      model.fields,
      article?.original.data as object,
      (own, other) => other ?? [...own, ' (English)'],
      {
        documents: { permit: said['permit'] },
      },
    );
    expect(told).toMatchObject({
      title: ['The bridge over the Lune', ' (English)'],
      documents: [
        { id: 'permit', title: ['허가서'], event: 'planned', sources: ['gazette-opening'] },
        { id: 'letter', title: ['A letter', ' (English)'], sources: ['post-closing'] },
      ],
    });
  });
});

it.each(['한글@예.한국', "o'neil+desk@base.example"])('takes the contact %s', (address) => {
  expect(mailAddress.safeParse(address).success).toBe(true);
});
