import { describe, expect, it } from 'vitest';
import { addressLength } from '../../../src/text/addresses.ts';
import { parseMarkdown } from '../../../src/text/pipeline.ts';
import { nodesOf } from '../../../src/text/nodes.ts';
import { readInline } from '../../../src/text/inline.ts';
import { nodesIn } from '../../../src/text/rich-text.ts';

const urls = (markdown: string) => nodesOf(parseMarkdown(markdown), 'link').map(({ url }) => url);

describe('a bare address ends', () => {
  it.each([
    ['before a particle', '안내문은 https://town.example/notice에 있다.', 'https://town.example/notice'],
    ['before several', 'https://town.example/notice에서만은 그렇다.', 'https://town.example/notice'],
    ['before a particle behind its slash', 'https://town.example/에서 보았다', 'https://town.example/'],
    ['before a particle behind its query', 'https://town.example/?q=1을', 'https://town.example/?q=1'],
    ['before a particle behind a bracket of its own', 'https://town.example/a_(b)에서', 'https://town.example/a_(b)'],
    ['before a particle and a citation', 'https://town.example/notice에[^town]', 'https://town.example/notice'],
    [
      'before a verb that ends the sentence',
      '주소는 https://town.example/notice입니다.',
      'https://town.example/notice',
    ],
    ['before a Japanese particle', 'https://town.example/noticeによると', 'https://town.example/notice'],
    ['before Thai', 'ดูที่ https://town.example/noticeและอื่น', 'https://town.example/notice'],
    ['before Khmer', 'https://town.example/notice2នេះ', 'https://town.example/notice2'],
    ['its host before Burmese', 'https://town.exampleမှာ', 'https://town.example'],
    ['before a Turkish ending', "https://town.example/notice'te", 'https://town.example/notice'],
    ['its host before Hangul', 'www.town.example에서 봤다', 'http://www.town.example'],
    ['its host before any word of Hangul', 'https://town.example홈페이지', 'https://town.example'],
    ['before a bracket that opened before it', '(https://town.example/a)를', 'https://town.example/a'],
    ['before a closing quote', '“https://town.example/a”라고', 'https://town.example/a'],
    ['before a straight quote', '"https://town.example/a"라고', 'https://town.example/a'],
    ['before a corner bracket', '「https://town.example/a」に', 'https://town.example/a'],
    ['before an apostrophe', 'https://town.example/notice’s end', 'https://town.example/notice'],
    ['before a straight apostrophe', "https://town.example/notice's end", 'https://town.example/notice'],
    ['before a dash', 'https://town.example/notice—and', 'https://town.example/notice'],
    ['before three dots', 'https://town.example/notice…and', 'https://town.example/notice'],
    ['before a Japanese comma', 'https://town.example/notice、また', 'https://town.example/notice'],
    ['before a no-break space', 'https://town.example/notice\u00a0and', 'https://town.example/notice'],
    ['before a citation', 'The notice is at https://town.example/notice.[^town]', 'https://town.example/notice'],
    ['before the end of a bold text', '**https://town.example/a**에서', 'https://town.example/a'],
    ['before the end of a link', '[see https://town.example/a](https://x.example)', 'https://x.example'],
    ['within brackets', '[출처: https://town.example/a]', 'https://town.example/a'],
    ['one of mail before a particle', 'desk@town.example에서 답했다', 'mailto:desk@town.example'],
    ['one of mail before a full stop', '(a.desk+news@town-a.example.)', 'mailto:a.desk+news@town-a.example'],
    ['one of mail within brackets', '[출처: desk@town.example]', 'mailto:desk@town.example'],
  ])('%s', (_, markdown, url) => {
    expect(urls(markdown)).toEqual([url]);
  });
});

describe('a bare address goes on', () => {
  it.each([
    'https://ko.wikipedia.org/wiki/대한민국',
    'https://ko.wikipedia.org/wiki/이란',
    'https://th.wikipedia.org/wiki/ประเทศไทย',
    "https://town.example/l'avis-de-la-ville",
    'https://ko.wikipedia.org/wiki/인도',
    'https://town.example/2024년-보고서',
    'https://town.example/공지/열림.html?쪽=2#끝',
    'https://ja.wikipedia.org/wiki/機動戦士ガンダム・逆襲',
    'https://ja.wikipedia.org/wiki/はだしのゲン',
    'https://뉴스.한국/길',
    "https://town.example/Murphy's_law",
    'https://town.example/a_b/__init__.py',
    'https://town.example/a?x[]=1&b=~c*d',
    'http://localhost:4321/x',
  ])('%s', (url) => {
    expect(addressLength(url)).toBe(url.length);
    expect(urls(`See ${url} and`)).toEqual([url]);
    expect(urls(`(${url}), too`)).toEqual([url]);
    const [link] = nodesIn(
      readInline(`${url}.`, () => {}),
      'link',
    );
    expect(decodeURI(String(link?.to))).toBe(url);
  });
});

it.each(['https://', 'http://.', 'www.', 'https is', 'how', 'awww.town.example', 'xhttps://town.example'])(
  '%s is none',
  (text) => {
    expect(urls(`${text} x`)).toEqual([]);
  },
);
