import { describe, expect, it } from 'vitest';
import { siteAddress } from '../../../src/publish/site-address.ts';
import { BASE } from '../../fixtures/base-project.ts';

describe('the address of the site', () => {
  it('is the one of the content, or the one that is written for this build', () => {
    expect(siteAddress(BASE, undefined).base).toBe('https://base.example/');
    expect(siteAddress(BASE, 'https://news.example.kr/a')).toMatchObject({
      base: 'https://news.example.kr/a/',
      path: '/a/',
    });
  });

  it.each([
    ['news.example.kr', 'is no web address'],
    ['https://news.example.kr/?lang=en', 'write https://news.example.kr/'],
  ])('is refused where not all of it would be kept: %s', (written, says) => {
    expect(() => siteAddress(BASE, written)).toThrow(says);
  });
});
