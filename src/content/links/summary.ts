import type { SourceAddress } from './addresses.ts';
import type { Answer } from './ask.ts';

const HEADS = { moved: 'Moved for good', gone: 'Gone', unknown: 'Could not be asked' } as const;

/**
 * What an editor has to look at: what moved, what is gone and what could not be asked, each with where it
 * stands, then a count.
 */
export function linkSummary(addresses: readonly SourceAddress[], answers: ReadonlyMap<string, Answer>): string {
  const lines: string[] = [];
  const counts = [`${addresses.filter(({ url }) => answers.get(url)?.kind === 'there').length} there`];
  for (const kind of ['moved', 'gone', 'unknown'] as const) {
    const found = addresses.filter(({ url }) => answers.get(url)?.kind === kind);
    counts.push(`${found.length} ${kind === 'unknown' ? 'not asked' : kind}`);
    if (found.length > 0) lines.push(`${HEADS[kind]}:`);
    for (const { url, places } of found)
      for (const place of places) lines.push(`  ${place}  ${url}${detail(answers.get(url) as Answer)}`);
  }
  return [...lines, counts.join(', ')].join('\n');
}

function detail(answer: Answer): string {
  switch (answer.kind) {
    case 'there':
      return '';
    case 'moved':
      return ` is now ${answer.to}`;
    default:
      return ` (${answer.why})`;
  }
}
