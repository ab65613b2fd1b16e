import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

// Every Node process of a measured command loads this, and says when it ends what it has used: seconds, and megabytes.
if (isMainThread)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const used = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: (maxRSS * 1_024) / 1e6 };
    writeFileSync(join(process.env.USAGE_FOLDER, `${process.pid}.json`), JSON.stringify(used));
  });
