import { parseArgs } from 'node:util';
import { sourceAddresses, type SourceAddresses } from '../content/library.ts';
import { type Answer, askHosts } from './ask-hosts.ts';
import { run } from './run.ts';

const HEADS = { moved: 'Moved for good', gone: 'Gone', unknown: 'Could not tell' } as const;

/**
 * `npm run check:links -- [SLUG…]`: asks the address of every source, and of its archived copy, whether it is still
 * there; of some articles, or of all. Of what is gone it says which copies answer. Exit code 1 when one is gone, 2 when
 * nothing could be asked. It needs the network, so neither `build` nor `test` runs it.
 */
await run(async (root) => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const sources = sourceAddresses(root, positionals);
  const places = new Map<string, string[]>();
  for (const { address, place } of sources.flatMap(({ url, archived }) => [url ?? [], archived].flat()))
    places.set(address, [...(places.get(address) ?? []), place]);
  const answers = new Map<string, Answer>();
  await askHosts([...places.keys()], (address, answer) => {
    answers.set(address, answer);
    progress(answers.size, places.size);
  });
  for (const line of [...copies(sources, answers), ...summary(places, answers)]) console.log(line);
  process.exitCode = [...answers.values()].some(({ kind }) => kind === 'gone') ? 1 : 0;
});

/** What an editor has to look at, each with where it stands, then a count. */
function summary(places: ReadonlyMap<string, readonly string[]>, answers: ReadonlyMap<string, Answer>): string[] {
  const lines: string[] = [];
  const counts = [`${[...answers.values()].filter(({ kind }) => kind === 'there').length} there`];
  for (const kind of ['moved', 'gone', 'unknown'] as const) {
    const found = [...places].filter(([url]) => answers.get(url)?.kind === kind);
    counts.push(`${found.length} ${kind}`);
    if (found.length > 0) lines.push(`${HEADS[kind]}:`);
    for (const [url, at] of found)
      lines.push(...at.map((place) => `  ${place}  ${url}${detail(answers.get(url) as Answer)}`));
  }
  return [...lines, counts.join(', ')];
}

/** Of each source that has lost an address, the lines of `sources.yaml` that name the copies which still answer. */
function copies(sources: readonly SourceAddresses[], answers: ReadonlyMap<string, Answer>): string[] {
  const isGone = (address: string): boolean => answers.get(address)?.kind === 'gone';
  const answering = (address: string): boolean => ['there', 'moved'].includes(answers.get(address)?.kind ?? '');
  const lines = sources.flatMap(({ url, archived }) => {
    const lost = [url ?? [], archived].flat().find(({ address }) => isGone(address));
    if (!lost) return [];
    const left = archived.filter(({ address }) => answering(address)).map(({ address }) => `      - ${address}`);
    const none = archived.length > 0 ? 'none answers' : 'none is listed';
    return [
      `  ${(url ?? lost).place}  ${(url ?? lost).address}`,
      ...(left.length > 0 ? ['    archived:', ...left] : [`    ${none}`]),
    ];
  });
  return lines.length > 0 ? ['Archived copies of what is gone, to paste in the place of `archived`:', ...lines] : [];
}

function detail(answer: Answer): string {
  if (answer.kind === 'there') return '';
  return answer.kind === 'moved' ? ` is now ${answer.to}` : ` (${answer.why})`;
}

// On stderr, so that the summary alone can be kept in a file.
function progress(asked: number, all: number): void {
  const line = `asked ${asked} of ${all}`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}${asked === all ? '\n' : ''}`);
  else if (asked === all || asked % 10 === 0) process.stderr.write(`${line}\n`);
}
