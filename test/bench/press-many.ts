/** The load: so many people pressing at once, each as soon as the last one's answer has come. */
import { Agent, request } from 'node:http';
import type { Press, Presses } from './press.ts';

export type Load = {
  readonly from: number;
  readonly count: number;
  /** How many requests are under way at any time. */
  readonly atOnce: number;
};

export type Times = {
  readonly seconds: number;
  /** Milliseconds until the whole answer had come, shortest first. */
  readonly answerMs: Float64Array;
};

/** @throws when an answer is not 200; that a ballot was given shows in the store */
export async function pressMany(url: string, presses: Presses, { from, count, atOnce }: Load): Promise<Times> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const answerMs = new Float64Array(count);
  let next = 0;

  async function person(): Promise<void> {
    while (next < count) {
      const mine = next;
      next += 1;
      const press = presses(from + mine);
      const sentAt = performance.now();
      const { status, body } = await send(url, press, agent);
      answerMs[mine] = performance.now() - sentAt;
      if (status !== 200) throw new Error(`A press was answered ${status}: ${body.slice(0, 300)}`);
    }
  }

  const startedAt = performance.now();
  try {
    await Promise.all(Array.from({ length: atOnce }, person));
    return { seconds: (performance.now() - startedAt) / 1000, answerMs: answerMs.sort() };
  } finally {
    agent.destroy();
  }
}

/** @param share 0.99 for what all but one in a hundred stay under */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  return quantile(Float64Array.from(numbers).sort(), 0.5);
}

function send(url: string, { path, headers, body }: Press, agent: Agent): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) };
    request(url + path, { method: 'POST', agent, headers: { ...headers, ...length } }, response => {
      const parts: Buffer[] = [];
      response
        .on('data', part => parts.push(part))
        .on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }))
        .on('error', reject);
    })
      .on('error', reject)
      .end(body);
  });
}
