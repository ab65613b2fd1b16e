import { sourceAddresses } from '../content/links/addresses.ts';
import { type Answer, askAll } from '../content/links/ask.ts';
import { linkSummary } from '../content/links/summary.ts';

/**
 * `npm run check:links`: asks the address of every source whether it is still there; exit code 1 when one
 * is gone. It needs the network, so neither `build` nor `test` runs it.
 */
const addresses = sourceAddresses(process.cwd());
const answers = new Map<string, Answer>();
await askAll(
  addresses.map(({ url }) => url),
  (address, answer) => {
    answers.set(address, answer);
    progress();
  },
);
console.log(linkSummary(addresses, answers));
process.exitCode = [...answers.values()].some(({ kind }) => kind === 'gone') ? 1 : 0;

// On stderr, so that the summary alone can be kept in a file.
function progress(): void {
  const done = answers.size === addresses.length;
  const line = `asked ${answers.size} of ${addresses.length}`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line}${done ? '\n' : ''}`);
  else if (done || answers.size % 10 === 0) process.stderr.write(`${line}\n`);
}
