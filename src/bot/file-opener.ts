import type { Tools } from '../tools.ts';

export type OpenedFile = { readonly name: string; readonly type: string; readonly content: string | Uint8Array };

/** In: what the link was signed for. @returns undefined when it is for nothing that exists, or for someone who may no longer have it */
export type FileOpener = (tools: Tools, payload: unknown) => Promise<OpenedFile | undefined>;
