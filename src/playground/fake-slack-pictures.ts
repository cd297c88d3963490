/** Slack fetches a message's pictures before it takes it, and refuses the whole message for one that it cannot fetch. */
import { z } from 'zod';
import type { ApiAnswer } from './fake-slack-api.ts';

const withBlocks = z.object({ blocks: z.string() });
const picture = z.looseObject({ type: z.literal('image'), image_url: z.string() });
const shownKinds = /^image\/(?:png|jpeg|gif)\b/;
const patienceMs = 3_000;

/** In: a call's fields. @returns what Slack answers when a picture among its blocks cannot be fetched */
export async function pictureRefusal(
  fields: unknown,
  fetchPicture: (url: string) => Promise<boolean>,
): Promise<ApiAnswer | undefined> {
  const given = withBlocks.safeParse(fields).data;
  if (!given?.blocks.includes('image_url')) return undefined;
  const blocks = z.array(z.unknown()).safeParse(JSON.parse(given.blocks)).data ?? [];
  const fetched = await Promise.all(
    blocks.map(block => {
      const { data } = picture.safeParse(block);
      return data === undefined || fetchPicture(data.image_url);
    }),
  );
  const errors = fetched.flatMap((isThere, at) =>
    isThere ? [] : [`downloading image failed [json-pointer:/blocks/${at}/image_url]`],
  );
  if (errors.length === 0) return undefined;
  const messages = errors.map(each => `[ERROR] ${each}`);
  return { status: 200, body: { ok: false, error: 'invalid_blocks', errors, response_metadata: { messages } } };
}

export async function isPicture(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    const bytes = await response.arrayBuffer();
    return response.ok && shownKinds.test(response.headers.get('content-type') ?? '') && bytes.byteLength > 0;
  } catch {
    return false;
  }
}
