import type { PageLanguage } from '../../texts/playground-texts.ts';
import type { Deed } from '../playground-deeds.ts';
import type { DeedAnswer, Side, Stage, View } from '../playground-view.ts';

export async function askStage(): Promise<Stage> {
  return read(await fetch('stage'));
}

/** @param chosen whose eyes each side is seen with */
export async function askView(chosen: Readonly<Record<Side, string>>, language: PageLanguage): Promise<View> {
  return read(await fetch(`view?${new URLSearchParams({ ...chosen, language })}`));
}

export async function ask(deed: Deed): Promise<DeedAnswer> {
  const headers = { 'content-type': 'application/json' };
  return read(await fetch('deed', { method: 'POST', headers, body: JSON.stringify(deed) }));
}

/** @throws when the server refuses */
async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
