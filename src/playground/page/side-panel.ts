/** One chat: who one is in it, its channel, the person's own chat with Laget, and ways to disturb. */
import type { PlaygroundTexts } from '../../texts/playground-texts.ts';
import type { Deed } from '../playground-deeds.ts';
import type { Room, Side, SideView, Stage } from '../playground-view.ts';
import { announce } from './announce.ts';
import { bringIntoSight } from './bring-into-sight.ts';
import { createDisturbMenu } from './disturb-menu.ts';
import { element, newId } from './element.ts';
import { type FormParts, openForm } from './form-dialog.ts';
import { namePerson } from './name-person.ts';
import { createPlacePanel } from './place-panel.ts';
import type { SideParts } from './side-parts.ts';

export type SidePanel = { readonly root: HTMLElement; show(view: SideView): void };

const sideNames = { teams: 'Teams', slack: 'Slack' } as const;
const locales = ['nb-NO', 'nn-NO', 'en-GB', 'se-NO'] as const;
const rooms = ['forum', 'trial'] as const satisfies readonly Room[];
const kinds = ['channel', 'direct'] as const;
type Kind = (typeof kinds)[number];
type ActorsDeed = Exclude<Deed, { do: 'move-clock' }>;

export function createSidePanel(parts: SideParts): SidePanel {
  const { side, stage, texts, language, act } = parts;
  const headingId = newId();
  const who = element('select', { id: newId() }, ...peopleIn(stage, side, texts));
  who.value = parts.chosen().person;
  who.addEventListener('change', () => {
    slackLocale.hidden = true;
    parts.choose({ ...parts.chosen(), person: who.value });
  });

  const names = rooms.map(value => element('option', { value }));
  const room = element('select', { id: newId() }, ...names);
  room.value = parts.chosen().room;
  room.addEventListener('change', () => {
    const wanted = rooms.find(each => each === room.value);
    if (wanted) parts.choose({ ...parts.chosen(), room: wanted });
  });

  const locale = element(
    'select',
    { id: newId() },
    ...locales.map(each => element('option', { value: each }, texts.locales[each])),
  );
  locale.addEventListener('change', () => {
    const wanted = locales.find(each => each === locale.value);
    if (wanted) void act({ do: 'locale', ...parts.inRoom(), locale: wanted });
    slackLocale.hidden = side !== 'slack';
  });

  const slackLocale = element('p', { class: 'notice', role: 'status', hidden: true }, texts.slackLocale);

  const actingIn = (kind: Kind) =>
    kind === 'channel' ? parts.inRoom() : ({ person: parts.chosen().person, place: 'direct' } as const);

  async function tell(deed: ActorsDeed): Promise<void> {
    for (const panel of panels) panel.awaitAnswer();
    const answer = await act(deed);
    if (answer?.form) openForm(answer.form, { side, texts, send: sender(deed.place) });
  }

  function sender(place: ActorsDeed['place']): FormParts['send'] {
    return async ({ message }, values, label) => {
      const { person } = parts.chosen();
      for (const panel of panels) panel.awaitAnswer();
      const deed = message
        ? ({ do: 'press', person, place, message, label } as const)
        : ({ do: 'submit', person, place, values: { ...values } } as const);
      return act(deed);
    };
  }

  const panels = kinds.map(kind =>
    createPlacePanel({
      side,
      kind,
      texts,
      language,
      write: (text, isCommand) => void tell({ do: isCommand ? 'command' : 'say', ...actingIn(kind), text }),
      press: (message, label) => void tell({ do: 'press', ...actingIn(kind), message, label }),
    }),
  );
  const where = element('p', { class: 'where' });
  const disturb = createDisturbMenu(parts, sideNames[side]);

  const root = element(
    'section',
    { class: `side ${side}`, id: side, tabindex: '-1', 'aria-labelledby': headingId },
    element(
      'div',
      {},
      element(
        'div',
        { class: 'side-head' },
        element('h2', { id: headingId }, sideNames[side]),
        element('div', { class: 'labelled who' }, element('label', { for: who.id }, texts.person), who),
        disturb.root,
      ),
      element(
        'div',
        { class: 'side-head' },
        where,
        element('div', { class: 'labelled room' }, element('label', { for: room.id }, texts.room), room),
        element('div', { class: 'labelled' }, element('label', { for: locale.id }, texts.locale), locale),
      ),
      slackLocale,
    ),
    ...panels.map(panel => panel.root),
  );

  let shownFor = '';
  return {
    root,
    show(view) {
      const now = Object.values(parts.chosen()).join();
      const isOther = shownFor !== now;
      const isMoved = where.textContent !== '' && where.textContent !== whereabouts(view, texts);
      shownFor = now;
      locale.value = view.locale;
      names.forEach((name, index) => {
        name.textContent = view.rooms[rooms[index] ?? 'forum'];
      });
      where.textContent = whereabouts(view, texts);
      if (isMoved) announce(whereabouts(view, texts));
      bringIntoSight(kinds.flatMap((kind, index) => panels[index]?.show(view[kind], isOther) ?? []));
      disturb.show(view);
    },
  };
}

function whereabouts({ organisation, rooms: { trial }, channel }: SideView, texts: PlaygroundTexts): string {
  return channel.name === trial ? texts.atTrial(organisation) : texts.at(organisation);
}

function peopleIn({ people }: Stage, side: Side, texts: PlaygroundTexts): readonly HTMLOptGroupElement[] {
  const groups = Map.groupBy(people[side], ({ organisation }) => organisation);
  return [...groups].map(([label, members]) =>
    element(
      'optgroup',
      { label },
      ...members.map(person => element('option', { value: person.id }, namePerson(person, texts))),
    ),
  );
}
