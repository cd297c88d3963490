/** Slack's end of Socket Mode: gives an address for an app token, and speaks WebSocket there (RFC 6455). */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type SocketLine = {
  readonly apiUrl: string;
  /** Resolves when the app has connected. */
  readonly connected: Promise<void>;
  /** @returns the app's acknowledgement of this envelope */
  deliver(envelope: { readonly type: string; readonly payload: object }): Promise<unknown>;
  close(): Promise<void>;
};

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function socketLine(appToken: string): Promise<SocketLine> {
  const acknowledged = new Map<string, (payload: unknown) => void>();
  let connection: Socket | undefined;
  let envelopes = 0;

  const server = createServer((request, response) => {
    const isOpening =
      request.url === '/api/apps.connections.open' && request.headers.authorization === `Bearer ${appToken}`;
    const answer = isOpening
      ? { ok: true, url: `ws://127.0.0.1:${port()}/link` }
      : { ok: false, error: 'invalid_auth' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });

  const connected = new Promise<void>(resolve => {
    server.on('upgrade', (request, socket: Socket) => {
      const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${magic}`).digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
      );
      connection = socket;
      socket.on('data', (data: Buffer) => {
        const isClosing = (data.readUInt8(0) & 0x0f) === 8;
        if (isClosing) socket.end(Buffer.from([0x88, 0]));
        for (const text of textsIn(data)) {
          const { envelope_id, payload } = JSON.parse(text);
          acknowledged.get(envelope_id)?.(payload);
        }
      });
      socket.write(frame(JSON.stringify({ type: 'hello', num_connections: 1 })));
      resolve();
    });
  });

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = () => (server.address() as AddressInfo).port;

  return {
    apiUrl: `http://127.0.0.1:${port()}/api`,
    connected,
    deliver(envelope) {
      envelopes += 1;
      const envelope_id = `envelope-${envelopes}`;
      const answer = new Promise(resolve => acknowledged.set(envelope_id, resolve));
      connection?.write(frame(JSON.stringify({ ...envelope, envelope_id, accepts_response_payload: true })));
      return answer;
    },
    async close() {
      connection?.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One text frame, unmasked as a server sends it, of fewer than 65,536 bytes. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.from([0x81, 126, 0, 0]);
  if (payload.length >= 126) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

/** The text frames in what a client sent, masked as clients must; pings and the like are passed over. */
function textsIn(data: Buffer): readonly string[] {
  const texts: string[] = [];
  let at = 0;
  while (at + 2 <= data.length) {
    const kind = data.readUInt8(at) & 0x0f;
    const short = data.readUInt8(at + 1) & 0x7f;
    const length = short === 126 ? data.readUInt16BE(at + 2) : short;
    const maskAt = at + (short === 126 ? 4 : 2);
    const mask = data.subarray(maskAt, maskAt + 4);
    const payload = data.subarray(maskAt + 4, maskAt + 4 + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
    if (kind === 1) texts.push(Buffer.from(payload).toString());
    at = maskAt + 4 + length;
  }
  return texts;
}
