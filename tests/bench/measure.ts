import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment } from '../fixtures/project.ts';

/** What a command took. */
export interface Cost {
  /** From start to end on the clock. */
  readonly seconds: number;
  /** Of all processor cores and all of its processes. */
  readonly cpuSeconds: number;
  /** The most memory that one of its processes held at once. */
  readonly megabytes: number;
}

const USAGE = pathToFileURL(join(import.meta.dirname, 'usage.mjs')).href;

/**
 * Starts a command, written as in a terminal, in a process group of its own, which ends when this process does.
 *
 * @param root the folder to run it in
 */
export function start(root: string, command: string, env: Record<string, string> = {}): ChildProcess {
  const [program = '', ...args] = command.split(' ');
  const child = spawn(program, args, {
    cwd: root,
    detached: true,
    env: environment({ ASTRO_TELEMETRY_DISABLED: '1', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): void => stop(child);
  process.prependOnceListener('exit', end);
  child.on('close', () => process.off('exit', end));
  return child;
}

/** Ends a started command with all of its processes. */
export function stop(child: ChildProcess): void {
  if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
}

/**
 * Runs a command to its end and measures it.
 *
 * @throws when it fails, with what it printed
 */
export async function run(root: string, command: string): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'usage-'));
  const begun = performance.now();
  const child = start(root, command, { USAGE_FOLDER: folder, NODE_OPTIONS: `--import ${USAGE}` });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += String(chunk)));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const seconds = (performance.now() - begun) / 1_000;
  if (code !== 0) throw new Error(`${command} ended with ${String(code)} in ${root}:\n${printed}`);
  const used = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Omit<Cost, 'seconds'>,
  );
  return {
    seconds,
    cpuSeconds: used.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    megabytes: Math.max(...used.map(({ megabytes }) => megabytes)),
  };
}

/** The middle of numbers, or of the two in the middle; NaN where there is none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}
