import { describe, expect, it } from 'vitest';
import { pageFacts } from '../../../src/publish/page-facts.ts';

describe('pageFacts', () => {
  it('collects what a page leads to, apart from what its head names', () => {
    const { links, mentions, problems } = pageFacts(
      '<link rel="canonical" href="https://a.example/x.html"><meta property="og:url" content="https://a.example/y.html">' +
        '<a href="b.html#c">b</a><svg><a xlink:href="#d"><use href="#e"/></a></svg>',
    );
    expect([...links]).toEqual(['b.html#c', '#d', '#e']);
    expect([...mentions]).toEqual(['https://a.example/x.html', 'https://a.example/y.html']);
    expect(problems).toEqual([]);
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
    expect(pageFacts('<head><style>a{}</style><style>b{}</style></head><body><p id="x"></p>')).toMatchObject({
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

  it('takes no text for markup', () => {
    const { links, ids } = pageFacts(
      '<title><a href=x id=y></title><textarea><a href=x id=y></textarea><!-- <a href=x> -->',
    );
    expect([...links, ...ids]).toEqual([]);
  });

  it.each([
    [
      'a picture from another host',
      '<img src="https://evil.example/p.png">',
      'loads "https://evil.example/p.png" (img)',
    ],
    ['a picture from a file', '<img src="p.png" alt="">', 'loads "p.png"'],
    ['a candidate picture', '<img srcset="p.png 2x" alt="">', 'loads "p.png 2x"'],
    ['a script from a file', '<script src="s.js"></script>', 'loads "s.js"'],
    ['a style sheet', '<link rel="stylesheet" href="s.css">', 'loads "s.css"'],
    ['a hint to connect', '<link rel="preconnect" href="https://evil.example">', 'loads "https://evil.example"'],
    ['a frame', '<iframe src="x.html"></iframe>', 'holds another page (iframe)'],
    ['a shape from another file', '<svg><use href="sprite.svg#a"/></svg>', 'loads "sprite.svg#a"'],
    ['a fill from another host', '<svg><path fill="url(https://evil.example/f)"/></svg>', 'loads "url('],
    ['an import in its styles', '<style>@import "x.css";</style>', 'its styles load something'],
    ['a picture in its styles', '<style>p{background:url( "x.png")}</style>', 'its styles load something'],
    ['a base', '<base href="https://evil.example/">', 'has a <base href>'],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=x.html">', 'has a <meta http-equiv="refresh">'],
    ['a style attribute', '<p style="color:red">', 'has a style attribute (p)'],
    ['an event handler', '<p onclick="x()">', 'has an event handler (p onclick)'],
    ['a form that sends', '<form action="https://evil.example">', 'sends something away (form action)'],
    ['an id twice', '<p id="a"></p><p id="a"></p>', 'has the id "a" twice'],
  ])('refuses %s', (_what, html, problem) => {
    const { problems } = pageFacts(html);
    expect(problems.join('\n')).toContain(problem);
  });

  it.each([
    '<img src="data:image/png;base64,AAAA" alt="">',
    '<link rel="icon" href="data:image/svg+xml,%3Csvg/%3E">',
    '<svg><path fill="url(#gradient)"/></svg>',
    '<style>p{mask:url(#m);background:url("data:image/png;base64,AA")}</style>',
    '<base target="_top">',
    '<p title="url(https://x.example) in words">onclick="x" style="y"</p>',
  ])('lets %s stand', (html) => {
    expect(pageFacts(html).problems).toEqual([]);
  });
});
