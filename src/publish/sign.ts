import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Signs a text with an SSH key, as `ssh-keygen -Y sign -n file` does. A key with a passphrase is asked for it in a
 * terminal; where there is none, nobody could answer.
 *
 * @param key the file of the private key
 * @returns the signature that `ssh-keygen -Y verify` reads
 * @throws {Error} with a sentence for the editor when there is no such key, or nothing to sign with
 * @see https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig
 */
export function signature(text: string, key: string): string {
  if (/^(?:ssh|ecdsa|sk)-\S+ /.test(readKey(key)))
    throw new Error(`${key} is a public key; name the private one that belongs to it`);
  const opened = sshKeygen(['-y', '-P', '', '-f', key]);
  if (opened.status !== 0 && !/passphrase/.test(opened.stderr)) throw new Error(reason(key, opened));
  if (opened.status !== 0 && !process.stdin.isTTY)
    throw new Error(`${key} wants its passphrase; sign in a terminal, or with a key that has none`);
  const signed = sshKeygen(['-Y', 'sign', '-n', 'file', '-f', key], text);
  if (signed.status !== 0) throw new Error(reason(key, signed));
  return signed.stdout;
}

function readKey(key: string): string {
  try {
    return readFileSync(key, 'latin1');
  } catch (error) {
    throw new Error(`${key} is no key that can be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function sshKeygen(options: readonly string[], input = ''): SpawnSyncReturns<string> {
  // A window that asks for a passphrase could wait where nobody sees it.
  const env = { ...process.env, SSH_ASKPASS_REQUIRE: 'never', LC_ALL: 'C' };
  const done = spawnSync('ssh-keygen', options, { input, env, encoding: 'utf8' });
  if (done.error) throw new Error('there is no ssh-keygen to sign with; install OpenSSH');
  return done;
}

function reason(key: string, { stderr }: SpawnSyncReturns<string>): string {
  return `${key} does not sign: ${stderr.trim().split('\n').at(-1)}`;
}
