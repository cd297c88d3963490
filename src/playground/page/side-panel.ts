/** One chat: who one is in it, its channel, the person's own chat with Laget, and ways to disturb. */
import type { PageLanguage, PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Deed } from '../playground-deeds.ts';
import type { DeedAnswer, Side, SideView, Stage } from '../playground-view.ts';
import { notify } from './announce.ts';
import { createDisturbMenu } from './disturb-menu.ts';
import { element, newId } from './element.ts';
import { type FormParts, openForm } from './form-dialog.ts';
import { createPlacePanel } from './place-panel.ts';

export type SidePanel = { readonly root: HTMLElement; show(view: SideView): void };

export type SideParts = {
  readonly side: Side;
  readonly stage: Stage;
  readonly texts: PlaygroundTexts;
  readonly language: PageLanguage;
  readonly chosen: () => string;
  readonly choose: (person: string) => void;
  /** Does it and shows what came of it; nothing when it could not be done. */
  readonly act: (deed: Deed) => Promise<DeedAnswer | undefined>;
};

const sideNames = { teams: 'Teams', slack: 'Slack' } as const;
const locales = ['nb-NO', 'nn-NO', 'en-GB', 'se-NO'] as const;
type ActorsDeed = Exclude<Deed, { do: 'move-clock' }>;

export function createSidePanel(parts: SideParts): SidePanel {
  const { side, stage, texts, language, act } = parts;
  const headingId = newId();
  const who = element('select', { id: newId() }, ...peopleIn(stage, side, texts));
  who.value = parts.chosen();
  who.addEventListener('change', () => parts.choose(who.value));

  const locale = element(
    'select',
    { id: newId() },
    ...locales.map(each => element('option', { value: each }, texts.locales[each])),
  );
  locale.addEventListener('change', () => {
    const wanted = locales.find(each => each === locale.value);
    if (wanted) void act({ do: 'locale', person: parts.chosen(), place: 'channel', locale: wanted });
    if (side === 'slack') notify(texts.slackLocale);
  });

  async function tell(deed: ActorsDeed): Promise<void> {
    const answer = await act(deed);
    if (answer?.form) openForm(answer.form, { side, texts, send: sender(deed.place) });
  }

  function sender(place: 'channel' | 'direct'): FormParts['send'] {
    return async ({ message }, values, label) => {
      const person = parts.chosen();
      const deed = message
        ? ({ do: 'press', person, place, message, label } as const)
        : ({ do: 'submit', person, place, values: { ...values } } as const);
      return act(deed);
    };
  }

  const panels = (['channel', 'direct'] as const).map(place =>
    createPlacePanel({
      side,
      kind: place,
      texts,
      language,
      write: (text, isCommand) => void tell({ do: isCommand ? 'command' : 'say', person: parts.chosen(), place, text }),
      press: (message, label) => void tell({ do: 'press', person: parts.chosen(), place, message, label }),
    }),
  );
  const disturb = createDisturbMenu(parts, sideNames[side]);

  const root = element(
    'section',
    { class: `side ${side}`, id: side, tabindex: '-1', 'aria-labelledby': headingId },
    element(
      'div',
      { class: 'side-head' },
      element('h2', { id: headingId }, sideNames[side]),
      element('div', { class: 'labelled who' }, element('label', { for: who.id }, texts.person), who),
      element('div', { class: 'labelled' }, element('label', { for: locale.id }, texts.locale), locale),
      disturb.root,
    ),
    ...panels.map(panel => panel.root),
  );

  let shownFor = '';
  return {
    root,
    show(view) {
      const isOther = shownFor !== parts.chosen();
      shownFor = parts.chosen();
      locale.value = view.locale;
      panels[0]?.show(view.channel, isOther);
      panels[1]?.show(view.direct, isOther);
      disturb.show(view);
    },
  };
}

function peopleIn({ people }: Stage, side: Side, { noSeat }: PlaygroundTexts): readonly HTMLOptGroupElement[] {
  const groups = Map.groupBy(people[side], ({ organisation }) => organisation);
  return [...groups].map(([label, members]) =>
    element(
      'optgroup',
      { label },
      ...members.map(({ id, name, party }) => element('option', { value: id }, `${name} – ${party || noSeat}`)),
    ),
  );
}
