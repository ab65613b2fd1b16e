import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainEnvironment } from '../../fixtures/project-copy.ts';
import type { Usage } from './report-usage.ts';

/** What one run of a command took. */
export interface Cost {
  /** From start to end on the clock. */
  readonly seconds: number;
  /** Of all processor cores together. */
  readonly cpuSeconds: number;
  /** The most memory that the process held at once, in megabytes. */
  readonly megabytes: number;
}

/**
 * Runs a command of Node as a terminal would, and measures it.
 *
 * @param root the folder to run it in
 * @param args the script and what it is given
 * @throws when it fails, with what it printed
 */
export async function measuredRun(root: string, args: readonly string[]): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'plain-record-usage-'));
  try {
    const start = performance.now();
    const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'report-usage.ts'), ...args], {
      cwd: root,
      env: { ...plainEnvironment(), ASTRO_TELEMETRY_DISABLED: '1', USAGE_FOLDER: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Before the folder that it writes into is removed.
    const stop = (): void => void child.kill();
    process.prependOnceListener('exit', stop);
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    process.off('exit', stop);
    const seconds = (performance.now() - start) / 1_000;
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}:\n${printed}`);
    return { seconds, ...(JSON.parse(readFileSync(join(folder, `${child.pid}.json`), 'utf8')) as Usage) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
