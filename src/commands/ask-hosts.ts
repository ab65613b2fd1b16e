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
  /** The longest wait that a server may ask for (`Retry-After`); one that asks for more is asked no more. */
  readonly longestWait: number;
}

const GOOD_MANNERS: Manners = { atOnce: 10, pause: 500, timeLimit: 15_000, retries: 2, longestWait: 30_000 };

/** None of the hosts that were tried could be reached. */
export class NoNetwork extends Error {}

/** So many hosts out of reach, and none within, tell that there is no network. */
const ENOUGH = 5;
const OUT_OF_REACH =
  /^(?:EAI_AGAIN|ECONNREFUSED|E(?:HOST|NET)(?:UNREACH|DOWN)|ENOTFOUND|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/;
const SILENT = 'no answer in time';
const MOST_HOPS = 5;
const FOR_GOOD = new Set([301, 308]);

/** What a host said, or that it said nothing. */
interface Reply {
  /** 0 without a reply. */
  readonly status: number;
  readonly why: string;
  readonly location?: string | null | undefined;
  /** Milliseconds that the host asks to be left alone. */
  readonly later?: number | undefined;
}

/** A host, which is asked one question at a time, by whichever redirect. */
interface Host {
  /** Done when all questions so far are answered. */
  turn: Promise<unknown>;
  /** When it may be asked again. */
  free: number;
  silences: number;
  /** Why it is asked no more. */
  left?: string;
}

/**
 * Asks every address whether it is still there: several hosts at once, but each host one question at a time.
 *
 * @param addresses `http(s)` addresses
 * @throws {NoNetwork} as soon as that is clear
 */
export async function askHosts(
  addresses: readonly string[],
  onAnswer: (address: string, answer: Answer) => void,
  { atOnce, pause, timeLimit, retries, longestWait }: Manners = GOOD_MANNERS,
): Promise<void> {
  const lists = [...Map.groupBy(addresses, (address) => new URL(address).host).values()];
  const enough = Math.min(ENOUGH, lists.length);
  const hosts = new Map<string, Host>();
  const outOfReach = new Map<string, string>();
  let reached = false;
  const giveUp = new AbortController();

  /** Asks, and asks again when the reply may be another in a moment. */
  async function ask(url: string): Promise<Reply> {
    const name = new URL(url).host;
    const host = hosts.get(name) ?? { turn: Promise.resolve(), free: 0, silences: 0 };
    hosts.set(name, host);
    for (let attempt = 0; ; attempt++) {
      // HEAD spares the server its page; some refuse it, or close the connection.
      let reply = await inTurn('HEAD', url, host);
      if (reply.status === 0 || (reply.status >= 400 && reply.status !== 429 && reply.later === undefined))
        reply = await inTurn('GET', url, host);
      // Whether the server says that it may answer otherwise later.
      const isBusy = reply.status === 429 || reply.status >= 500;
      if (host.left !== undefined || (reply.status > 0 && !isBusy)) return reply;
      if (attempt === retries) {
        if (reply.status === 429) host.left = reply.why;
        return reply;
      }
      host.free = Math.max(host.free, Date.now() + pause * 2 ** (attempt + 1));
    }
  }

  function inTurn(method: string, url: string, host: Host): Promise<Reply> {
    const reply = host.turn.then(async (): Promise<Reply> => {
      if (host.left === undefined) {
        await wait(Math.max(0, host.free - Date.now()), undefined, { signal: giveUp.signal });
        const { why, later = 0, ...answer } = await question(method, url, host);
        if (later > longestWait) host.left = `${why}, asks to be left alone for ${Math.ceil(later / 1000)} s`;
        host.free = Date.now() + Math.max(pause, later);
        if (host.left === undefined) return { ...answer, why, ...(later > 0 && { later }) };
      }
      return { status: 0, why: host.left };
    });
    host.turn = reply.catch(() => {});
    return reply;
  }

  async function question(method: string, url: string, host: Host): Promise<Reply> {
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(timeLimit), giveUp.signal]);
      const headers = { 'user-agent': 'plain-record link check', accept: '*/*' };
      const response = await fetch(url, { method, redirect: 'manual', headers, signal });
      await response.body?.cancel();
      [reached, host.silences] = [true, 0];
      const [location, later] = ['location', 'retry-after'].map((name) => response.headers.get(name));
      return { status: response.status, why: `status ${response.status}`, location, later: laterOf(later) };
    } catch (error) {
      giveUp.signal.throwIfAborted();
      const why = reasonOf(error);
      // Twice in a row is enough: the rest of its addresses would take as long each.
      if (why === SILENT && ++host.silences > 1) host.left = why;
      if (OUT_OF_REACH.test(why)) outOfReach.set(new URL(url).host, why);
      if (!reached && outOfReach.size >= enough) {
        const tried = [...outOfReach].map(([name, reason]) => `${name} (${reason})`).join(', ');
        giveUp.abort(new NoNetwork(`no host can be reached: ${tried}; is there a network?`));
      }
      giveUp.signal.throwIfAborted();
      return { status: 0, why };
    }
  }

  const askLists = async (): Promise<void> => {
    for (let list = lists.shift(); list; list = lists.shift())
      for (const address of list) onAnswer(address, await follow(address, ask));
  };
  await Promise.all(Array.from({ length: atOnce }, askLists)).catch((error: unknown) => {
    // What waits is told first, and in other words.
    giveUp.signal.throwIfAborted();
    throw error;
  });
}

/** Follows where an address leads. */
async function follow(address: string, ask: (url: string) => Promise<Reply>): Promise<Answer> {
  let [url, forGood, moved] = [address, true, ''];
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const { status, why, location } = await ask(url);
    if (status >= 200 && status < 300) return moved ? { kind: 'moved', to: moved } : { kind: 'there' };
    if (status === 404 || status === 410) return { kind: 'gone', why };
    if (status < 300 || status >= 400 || !location || !URL.canParse(location, url)) return { kind: 'unknown', why };
    url = new URL(location, url).href;
    if (!/^https?:/.test(url)) return { kind: 'unknown', why: `leads to ${url}` };
    forGood &&= FOR_GOOD.has(status);
    if (forGood) moved = url;
  }
  return { kind: 'unknown', why: 'redirects without end' };
}

/** The milliseconds of a `Retry-After`, which holds seconds or a date. */
function laterOf(header: string | null = null): number | undefined {
  const later = /^\d+$/.test(header ?? '') ? Number(header) * 1000 : Date.parse(header ?? '') - Date.now();
  return later > 0 ? later : undefined;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return SILENT;
  const cause = error.cause as { code?: string; message?: string } | undefined;
  return cause?.code ?? cause?.message ?? error.message;
}
