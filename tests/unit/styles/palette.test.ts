import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardTree } from '../../../src/graphics/card.ts';
import { MOST_SIDES, PALETTE } from '../../../src/styles/palette.ts';
import { storyStyles } from '../../../src/styles/story-styles.ts';

const tokens = readFileSync(join(import.meta.dirname, '../../../src/styles/tokens.css'), 'utf8');
const [lightPaper = '', darkPaper = ''] = [...tokens.matchAll(/--paper: (#\w+)/g)].map(([, color]) => color);

describe('the palette of sides', () => {
  it('has eight looks or more', () => {
    expect(MOST_SIDES).toBeGreaterThanOrEqual(8);
    expect(PALETTE).toHaveLength(MOST_SIDES);
  });

  it.each(PALETTE.map(({ light, dark }) => [light, dark] as const))('%s and %s can be read on paper', (light, dark) => {
    expect(contrast(light, lightPaper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(dark, darkPaper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['light', 'dark'] as const)('has colours that differ clearly by %s', (scheme) => {
    const colors = PALETTE.map((look) => look[scheme]);
    const close = colors.flatMap((one, index) =>
      colors.slice(index + 1).flatMap((other) => (difference(one, other) < 0.08 ? [`${one} ${other}`] : [])),
    );
    expect(close).toEqual([]);
  });

  it('has a shape for each, so that no side is told by its colour alone', () => {
    expect(new Set(PALETTE.map(({ corners }) => JSON.stringify(corners))).size).toBe(MOST_SIDES);
  });
});

describe('a preview picture', () => {
  // Whatever stands on the line of events, with the colour and the shape that it is drawn in.
  const drawn = (side: number): { color: string; cut: string | undefined }[] => {
    const marks = [{ side, here: true }];
    const card = { lang: 'en', siteName: '', title: '', over: '', under: '', marks };
    const nodes = (node: object): Record<string, unknown>[] => {
      const { style = {}, children = [] } = node as { style?: Record<string, unknown>; children?: object[] };
      return [style, ...children.flatMap(nodes)];
    };
    const [, line] = (cardTree(card) as { children: { children: object[] }[] }).children.slice(-2);
    const styles = nodes(line?.children[0] ?? {}).filter(({ backgroundColor }) => backgroundColor);
    return styles.slice(1).map(({ backgroundColor, clipPath }) => ({
      color: String(backgroundColor),
      cut: clipPath === undefined ? undefined : String(clipPath),
    }));
  };

  it('has the colours and the shapes of the page', () => {
    const css = storyStyles({ sides: MOST_SIDES });
    for (let side = 1; side <= MOST_SIDES; side++) {
      const [, rule = ''] = new RegExp(`\\.side-${side}\\{(.*?)\\}`).exec(css) ?? [];
      const [, color] = /--side:(#\w+)/.exec(rule) ?? [];
      const [, cut] = /--cut:([^;]+)/.exec(rule) ?? [];
      expect(color, `side ${side}`).toMatch(/^#/);
      expect(drawn(side), `side ${side}`).toEqual([{ color, cut }]);
    }
  });
});

describe('the rules of a story', () => {
  it('are none where it has no sides and no phases', () => {
    expect(storyStyles({ sides: 0, phases: 0 })).toBe('');
  });
});

function linear(color: string): [number, number, number] {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
}

/** WCAG 2.2, 1.4.3. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [red, green, blue] = linear(color);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** How far two colours are apart in Oklab, where black and white are 1 apart. */
function difference(one: string, other: string): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(...a.map((value, index) => value - (b[index] as number)));
}

function oklab(color: string): number[] {
  const [r, g, b] = linear(color);
  const l = Math.cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
  const m = Math.cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
  const s = Math.cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
  return [
    0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
    1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s,
    0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s,
  ];
}
