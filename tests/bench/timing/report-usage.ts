import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

/** What a process used, as it says itself when it ends. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

// Loaded before the program that is measured. Its threads load this as well, and belong to the same process.
const folder = process.env['USAGE_FOLDER'];
if (isMainThread && folder !== undefined)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    // Microseconds, and kibibytes.
    const usage: Usage = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: (maxRSS * 1_024) / 1e6 };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(usage));
  });
