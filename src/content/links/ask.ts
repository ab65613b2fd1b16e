import { setTimeout as wait } from 'node:timers/promises';

/** What became of an address. */
export type Answer =
  | { readonly kind: 'there' }
  /** It redirects for good. */
  | { readonly kind: 'moved'; readonly to: string }
  /** The server says that there is no such page. */
  | { readonly kind: 'gone'; readonly why: string }
  /** Nothing is known of it: no answer, a refusal, or a server that is out of order. */
  | { readonly kind: 'unknown'; readonly why: string };

/** How patiently addresses are asked. Times in milliseconds. */
export interface Manners {
  /** How many hosts at once. */
  readonly atOnce: number;
  /** Between two questions to one host. */
  readonly pause: number;
  /** For one question. */
  readonly timeLimit: number;
  /** How often a question is put again that got no clear answer; the pause doubles each time. */
  readonly retries: number;
}

const GOOD_MANNERS: Manners = { atOnce: 10, pause: 500, timeLimit: 15_000, retries: 2 };

const MOST_HOPS = 5;
const FOR_GOOD = new Set([301, 308]);

/**
 * Asks every address whether it is still there: several hosts at once, but each host one question at a time.
 *
 * @param addresses `http(s)` addresses
 * @param onAnswer told of each answer as it comes
 */
export async function askAll(
  addresses: readonly string[],
  onAnswer: (address: string, answer: Answer) => void,
  manners: Manners = GOOD_MANNERS,
): Promise<void> {
  const hosts = [...Map.groupBy(addresses, (address) => new URL(address).host).values()];
  const askHosts = async (): Promise<void> => {
    for (let host = hosts.shift(); host; host = hosts.shift())
      for (const [index, address] of host.entries()) {
        if (index > 0) await wait(manners.pause);
        onAnswer(address, await askPatiently(address, manners));
      }
  };
  await Promise.all(Array.from({ length: manners.atOnce }, askHosts));
}

async function askPatiently(address: string, manners: Manners): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    const { answer, passing } = await ask(address, manners);
    if (!passing || attempt === manners.retries) return answer;
    await wait(manners.pause * 2 ** (attempt + 1));
  }
}

interface Asked {
  answer: Answer;
  /** Whether it may be otherwise in a moment. */
  passing: boolean;
}

/** Asks once, and follows where the address leads. */
async function ask(address: string, manners: Manners): Promise<Asked> {
  let url = address;
  let forGood = true;
  let moved: string | undefined;
  try {
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      const { status, location } = await statusOf(url, manners);
      if (status >= 300 && status < 400 && location && URL.canParse(location, url)) {
        url = new URL(location, url).href;
        if (!/^https?:$/.test(new URL(url).protocol)) return unknown(`leads to ${url}`);
        forGood &&= FOR_GOOD.has(status);
        if (forGood) moved = url;
        continue;
      }
      return judge(status, moved);
    }
    return unknown('redirects without end');
  } catch (error) {
    return { ...unknown(reasonOf(error)), passing: true };
  }
}

function judge(status: number, moved: string | undefined): Asked {
  if (status < 300)
    return { answer: moved === undefined ? { kind: 'there' } : { kind: 'moved', to: moved }, passing: false };
  if (status === 404 || status === 410) return { answer: { kind: 'gone', why: `status ${status}` }, passing: false };
  return { ...unknown(`status ${status}`), passing: status === 429 || status >= 500 };
}

/** HEAD spares the server its page; GET where a server will not answer that. */
async function statusOf(url: string, { timeLimit }: Manners): Promise<{ status: number; location: string | null }> {
  const question = async (method: 'HEAD' | 'GET') => {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'user-agent': 'plain-record link check', accept: '*/*' },
      signal: AbortSignal.timeout(timeLimit),
    });
    await response.body?.cancel();
    return { status: response.status, location: response.headers.get('location') };
  };
  try {
    const answer = await question('HEAD');
    if (answer.status < 400) return answer;
  } catch {
    // Some servers close the connection on HEAD; GET tells whether they are there.
  }
  return question('GET');
}

function unknown(why: string): Asked {
  return { answer: { kind: 'unknown', why }, passing: false };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no answer in time';
  const cause = error.cause as { code?: string; message?: string } | undefined;
  return cause?.code ?? cause?.message ?? error.message;
}
