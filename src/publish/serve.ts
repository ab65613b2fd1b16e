import { readFileSync, realpathSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import send from 'send';

/** A server that is listening. */
export interface Serving {
  readonly server: Server;
  readonly port: number;
}

/**
 * Serves a folder to this machine alone, as a plain static host would: whole files to GET and HEAD.
 *
 * @param folder what to serve; its `404.html` answers for what is not there
 * @param wanted the port to try first; 0 takes any free one
 * @param path the path below which the folder is served, such as `/some/sub/path/`
 * @returns the server, and the first free port from the wanted one on
 * @throws {Error} with a sentence when no port from the wanted one on may be listened on
 */
export async function serve(folder: string, wanted: number, path = '/'): Promise<Serving> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const [address = ''] = (request.url ?? '').split(/[?#]/);
    // The address of a folder means its index, as hosts have it; everything else names its whole file.
    const file = address.slice(path.length).replace(/(^|\/)$/, '$1index.html');
    if (!address.startsWith(path) || !isInside(folder, file)) return answerNotFound(folder, request, response);
    send(request, `/${file}`, { root: folder, index: false, acceptRanges: false, cacheControl: false })
      .on('error', () => answerNotFound(folder, request, response))
      .on('directory', () => answerNotFound(folder, request, response))
      .pipe(response);
  });
  for (let port = wanted; ; port++) {
    if (port === 65_536) throw new Error(`no port from ${wanted} on is free`);
    const taken = await listen(server, port);
    const address = server.address();
    if (!taken && address && typeof address === 'object') return { server, port: address.port };
  }
}

/** Whether an address names something of the folder, and nothing that a link in it leads to elsewhere. */
function isInside(folder: string, file: string): boolean {
  try {
    return realpathSync(join(folder, decodeURIComponent(file))).startsWith(realpathSync(folder) + sep);
  } catch {
    return false;
  }
}

function answerNotFound(folder: string, { method }: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  let page: Buffer | string;
  try {
    page = readFileSync(join(folder, '404.html'));
  } catch {
    // A new build may be taking the place of the old one just now.
    page = 'Not found';
  }
  response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(method === 'HEAD' ? undefined : page);
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(true);
      else if (error.code !== 'EACCES') reject(error);
      else reject(new Error(`port ${port} is not yours to listen on; set PORT to one above 1023`));
    };
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      resolve(false);
    });
  });
}
