import type { Asking } from './asking.ts';
import type { Platform } from './platform.ts';
import type { PlatformOf } from './routes.ts';

/** The platforms a request's answer may speak of: the bot's own, where they are handed to it. */
export function platformsOf({ platformOf = namedInKey }: Asking & { readonly platformOf?: PlatformOf }): PlatformOf {
  return platformOf;
}

/** By name alone: an account leads to the platform its key names, and nobody is reached without one. */
function namedInKey(key: string): Platform | undefined {
  const [name = ''] = key.split('|');
  return name === 'mail' ? undefined : { name, pace: [], post: nowhere, update: nowhere, tell: nowhere };
}

async function nowhere() {
  return { kind: 'failed' } as const;
}
