import { clipPath, PALETTE, type SideLook } from './palette.ts';

/**
 * The rules of a page that depend on how many sides and phases its story has: as many as these, and no list in a
 * sheet that could end before.
 *
 * @param phases where the page has filters; of one phase or side there is nothing to choose
 * @returns the text of a style sheet, for the head
 */
export function storyStyles({ sides, phases }: { sides: number; phases?: number }): string {
  const choices = (count: number): number[] => (phases === undefined || count < 2 ? [] : upTo(count));
  const hidden = [
    ...choices(phases ?? 0).map((n) => filter(`phase_${n}`, `.stretch:not(.phase-${n},:has(:target))`)),
    ...choices(sides).map((n) =>
      filter(`side_${n}`, `:is(.event:not(.side-${n},:target),.stretch:not(:has(.event.side-${n},:target)))`),
    ),
  ];
  const rules = [
    ...PALETTE.slice(0, sides).map((look, index) => `.side-${index + 1}{${lookOf(look)}}`),
    ...(hidden.length > 0 ? [`${hidden.join()}{display:none}`] : []),
  ];
  return rules.length > 0 ? `@layer article{${rules.join('')}}` : '';
}

/** What is hidden while a filter is chosen. What a link leads to stays. */
function filter(chosen: string, hidden: string): string {
  return `.timeline:has(#filter_${chosen}:checked) ${hidden}`;
}

/** What the marks and the name of a side are drawn with: `mark.css` reads it. */
function lookOf({ light, dark, corners }: SideLook): string {
  const shape = corners ? `--rim:.4375rem;--trim:-.125rem;--round:0;--cut:${clipPath(corners)}` : '--rim:.375rem';
  return `--side:light-dark(${light},${dark});${shape}`;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
