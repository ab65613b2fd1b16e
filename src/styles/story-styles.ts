import { clipPath, PALETTE, type SideLook } from './palette.ts';

/**
 * The rules of a page that depend on how many sides and phases its story has: as many as these, and no list in a
 * sheet that could end before.
 *
 * @param phases where the page has filters; of one phase or side there is nothing to choose
 * @returns the text of a style sheet, for the head
 */
export function storyStyles({ sides, phases }: { sides: number; phases?: number }): string {
  const looks = PALETTE.slice(0, sides);
  const choices = (count: number): number[] => (phases === undefined || count < 2 ? [] : upTo(count));
  const [byPhase, bySide] = [choices(phases ?? 0), choices(sides)];
  const hidden = [
    ...byPhase.map((n) => filter(`phase_${n}`, `.stretch:not(.phase-${n},:has(:target))`)),
    ...bySide.map((n) =>
      filter(`side_${n}`, `:is(.event:not(.side-${n},:target),.stretch:not(:has(.event.side-${n},:target)))`),
    ),
  ];
  const dimmed = [
    ...byPhase.map((n) => filter(`phase_${n}`, `.band:not(.phase-${n})`)),
    ...bySide.map((n) => filter(`side_${n}`, `.dot:not(.side-${n})`)),
  ];
  const darkly = looks.map(({ dark }, index) => `.side-${index + 1}{--side:${dark}}`).join('');
  const rules = [
    ...looks.map((look, index) => `.side-${index + 1}{${lookOf(look)}}`),
    ...(darkly ? [`@media screen and (prefers-color-scheme:dark){${darkly}}${KEY}`] : []),
    ...(hidden.length > 0 ? [`${hidden.join()}{display:none}${dimmed.join()}{opacity:.25}`] : []),
  ];
  return rules.length > 0 ? `@layer article{${rules.join('')}}` : '';
}

/** The name of a side behind its mark. */
const KEY =
  '.key{align-items:center}' +
  '.side-mark{display:inline-flex;align-items:center;gap:.5rem;font-weight:600;color:var(--side)}';

/** What is hidden or dimmed while a filter is chosen. What a link leads to stays. */
function filter(chosen: string, rest: string): string {
  return `.reading:has(#filter_${chosen}:checked) ${rest}`;
}

/** What the marks and the name of a side are drawn with: `mark.css` reads it. */
function lookOf({ light, corners }: SideLook): string {
  const shape = corners ? `--rim:.4375rem;--trim:-.125rem;--round:0;--cut:${clipPath(corners)}` : '--rim:.375rem';
  return `--side:${light};${shape}`;
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
