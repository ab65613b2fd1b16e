import { parseArgs } from 'node:util';
import { writeContent } from './write.ts';

/** `node tests/bench/content/command.ts FOLDER ARTICLES [--events 6]`: writes a `content` folder to measure with. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { events: { type: 'string', default: '6' } },
});
const [folder, articles] = positionals;
if (folder === undefined || !(Number(articles) >= 1)) {
  console.error('write a folder and a number: node tests/bench/content/command.ts /tmp/plain-record/content 1000');
  process.exitCode = 2;
} else {
  writeContent(folder, { articles: Number(articles), events: Number(values.events) });
}
