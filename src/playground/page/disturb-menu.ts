/** What goes wrong in real chats, to be tried in one of these. */
import type { Deed } from '../playground-deeds.ts';
import type { MessageName, SideView } from '../playground-view.ts';
import { notify } from './announce.ts';
import { button, element, newId } from './element.ts';
import type { SideParts } from './side-parts.ts';

/** @param name the chat's */
export function createDisturbMenu({ texts, act, inRoom }: Pick<SideParts, 'texts' | 'act' | 'inRoom'>, name: string) {
  const words = texts.disturb;
  let view: SideView | undefined;
  let isRepeating = false;
  const tell = async (what: string, deed: Deed) => {
    if (await act(deed)) notify(words.done(what));
  };

  const bot = button(words.removeBot, () => {
    void tell(bot.textContent ?? '', { do: view?.channel.hasBot ? 'remove-bot' : 'add-bot', ...inRoom() });
  });
  const throttle = button(words.throttle, () => void tell(words.throttle, { do: 'throttle', ...inRoom() }));
  const repeat = button(words.repeat, () => {
    isRepeating = !isRepeating;
    void tell(isRepeating ? words.repeat : words.once, { do: 'repeat', ...inRoom(), times: isRepeating ? 4 : 1 });
    repeat.textContent = isRepeating ? words.once : words.repeat;
  });
  const remove = button(words.delete, () => {
    const message = view && lastPosting(view);
    if (message) void tell(words.delete, { do: 'delete', ...inRoom(), message });
    else notify(texts.empty);
  });

  const hintId = newId();
  const menu = element(
    'details',
    { class: 'disturb' },
    element('summary', {}, words.title),
    element(
      'div',
      { class: 'menu', role: 'group', 'aria-label': `${words.title} ${name}`, 'aria-describedby': hintId },
      element('p', { id: hintId }, words.hint),
      remove,
      bot,
      throttle,
      repeat,
    ),
  );
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  return {
    root: menu,
    show(shown: SideView) {
      view = shown;
      bot.textContent = shown.channel.hasBot ? words.removeBot : words.addBot;
    },
  };
}

function lastPosting({ channel }: SideView): MessageName | undefined {
  return channel.entries.findLast(({ by, isWhisper, message }) => !by && !isWhisper && message)?.message;
}
