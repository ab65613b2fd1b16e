import { describe, expect, it } from 'vitest';
import { pageFacts } from '../../../src/publish/page-facts.ts';

describe('pageFacts', () => {
  it('collects what a page leads to, and the ids that stand on it twice', () => {
    const { links, ids, doubles } = pageFacts(
      '<link rel="canonical" href="https://a.example/x.html"><a href="b.html#c" id="a">b</a><a href="b.html#c" id="a">b</a>',
    );
    expect([...links]).toEqual(['b.html#c']);
    expect([...ids]).toEqual(['a']);
    expect([...doubles]).toEqual(['a']);
  });

  it('keeps the text of styles and scripts as a browser hashes it', () => {
    const { styles, scripts, links } = pageFacts(
      '<style>a>b{content:"&amp;</p>"}</style><script type="module">if (1 < 2) "<a href=x>";\r\n</script>' +
        '<svg><style>a&gt;b{}</style></svg><script type="application/ld+json">{"a":"<a href=y>"}</script>',
    );
    expect(styles).toEqual(['a>b{content:"&amp;</p>"}', 'a>b{}']);
    expect(scripts).toEqual(['if (1 < 2) "<a href=x>";\n']);
    expect([...links]).toEqual([]);
  });

  it('finds the same in a head style as elsewhere, and no style in a script or a comment', () => {
    expect(pageFacts('<head><style>a{}</style> <style>b{}</style></head><body><p id="x"></p>')).toMatchObject({
      styles: ['a{}', 'b{}'],
      ids: new Set(['x']),
    });
    expect(pageFacts('<head><script>"<style>a{}</style>"</script><style>b{}</style>')).toMatchObject({
      styles: ['b{}'],
      scripts: ['"<style>a{}</style>"'],
    });
    expect(pageFacts('<head><!-- <style>a{}</style> --><style>b{\r\n}</style>').styles).toEqual(['b{\n}']);
    expect(pageFacts('<head><style></style>').styles).toEqual(['']);
  });

  it('takes styles that stand side by side for one, and says what parts them', () => {
    const html = '<head><style>a{}</style><style>b{}</style><style media="print">c{}</style>';
    const { styles, seams } = pageFacts(html);
    expect(styles).toEqual(['a{}b{}', 'c{}']);
    expect(seams.map(({ from, to }) => html.slice(from, to))).toEqual(['</style><style>']);
    expect(pageFacts('<style media="print">a{}</style><style>b{}</style>')).toMatchObject({
      styles: ['a{}', 'b{}'],
      seams: [],
    });
  });

  it('takes no text for markup', () => {
    const { links, ids, styles, scripts } = pageFacts(
      '<meta content="<style>p{}</style><script>x</script>"><title><a href=x id=y></title><textarea><a href=x id=y></textarea><!-- <a href=x> -->',
    );
    expect([...links, ...ids, ...styles, ...scripts]).toEqual([]);
  });
});
