import { parentPort } from 'node:worker_threads';
import { readLibrary } from '../../../src/content/library.ts';
import { articleEntry } from '../../../src/content/current.ts';

/** Checks the project whose folder it is sent, and answers with what was found and the milliseconds that took. */
parentPort?.on('message', (root: string) => {
  const before = process.threadCpuUsage();
  const { diagnostics } = readLibrary(root, articleEntry);
  const { user, system } = process.threadCpuUsage(before);
  parentPort?.postMessage({ diagnostics, cost: (user + system) / 1_000 });
});
