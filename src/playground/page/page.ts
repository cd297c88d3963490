/** The playground's page: asks the server again and again how it looks, and shows what has changed. */
import { type PageLanguage, playgroundTexts } from '../../texts/playground-texts.ts';
import type { Deed } from '../playground-deeds.ts';
import type { DeedAnswer, Side, Stage, View } from '../playground-view.ts';
import { announce, complain, notify } from './announce.ts';
import { ask, askStage, askView, type Chosen, Failed } from './ask-server.ts';
import { byId, element } from './element.ts';
import { createMailPanel } from './mail-panel.ts';
import { type ClockStep, createPageTop } from './page-top.ts';
import { createSidePanel, type SidePanel } from './side-panel.ts';

const everyMs = 700;
const sides = ['teams', 'slack'] as const satisfies readonly Side[];
const firstPerson = { teams: 'statsforvalteren:kari', slack: 'organisasjonene:herreper' } as const;
const firstMailbox = 'åse';

const language = languageAsked();
const texts = playgroundTexts[language];
document.documentElement.lang = language;
document.title = texts.title;

const stage = await askStage();
const chosen: Record<Side, Chosen> = { teams: remembered(stage, 'teams'), slack: remembered(stage, 'slack') };
let mailbox = sessionStorage.getItem('mailbox') ?? firstMailbox;
let view: View | undefined;
let shown = '';

const top = createPageTop(language, by => void moveClock(by));
const panels = sides.map(createPanel);
document.body.prepend(...top.nodes);
const mail = createMailPanel(texts, owner => {
  mailbox = owner;
  sessionStorage.setItem('mailbox', owner);
  void refresh();
});
byId('sides').append(...panels.map(({ root }) => root), mail.root);
await refresh();
setInterval(() => void refresh(), everyMs);

function createPanel(side: Side): SidePanel {
  return createSidePanel({
    side,
    stage,
    texts,
    language,
    act,
    chosen: () => chosen[side],
    choose(next) {
      chosen[side] = next;
      sessionStorage.setItem(side, next.person);
      sessionStorage.setItem(`${side}-room`, next.room);
      void refresh();
    },
    inRoom: () => ({ person: chosen[side].person, place: chosen[side].room }),
  });
}

async function act(deed: Deed): Promise<DeedAnswer | undefined> {
  document.body.setAttribute('aria-busy', 'true');
  try {
    const answer = await ask(deed);
    complain(answer.status >= 300 ? texts.unanswered(answer.status) : '');
    await refresh();
    return answer;
  } catch (error) {
    complain(error instanceof Failed ? texts.failed(error.code) : texts.lost);
    return undefined;
  } finally {
    document.body.removeAttribute('aria-busy');
  }
}

async function moveClock(by: ClockStep): Promise<void> {
  if (by === 'next' && !view?.next) {
    notify(texts.nothingComing);
    return;
  }
  if (await act({ do: 'move-clock', by })) announce(texts.moved(top.now()));
}

/** An answer for someone no longer chosen is not shown. */
async function refresh(): Promise<void> {
  const asked = { ...chosen, mailbox };
  try {
    const answer = await askView(asked, language);
    if (sides.some(side => asked[side] !== chosen[side]) || asked.mailbox !== mailbox) return;
    if (byId('problem').textContent === texts.lost) complain('');
    show(answer);
  } catch {
    complain(texts.lost);
  }
}

function show(next: View): void {
  view = next;
  top.show(next);
  const json = JSON.stringify([chosen, mailbox, next.sides, next.mail, next.problems]);
  if (json === shown) return;
  shown = json;
  sides.forEach((side, index) => {
    panels[index]?.show(next.sides[side]);
  });
  mail.show(mailbox, next.mail);
  showProblems(next.problems);
}

function showProblems(problems: readonly string[]): void {
  const place = byId('problems');
  place.hidden = problems.length === 0;
  place.querySelector('summary')?.replaceChildren(texts.problems(problems.length));
  place.querySelector('ul')?.replaceChildren(...problems.map(problem => element('li', {}, problem)));
}

function languageAsked(): PageLanguage {
  const asked = new URLSearchParams(location.search).get('lang');
  return asked === 'nn' || asked === 'en' ? asked : 'nb';
}

function remembered({ people }: Stage, side: Side): Chosen {
  const before = sessionStorage.getItem(side);
  return {
    person: people[side].some(({ id }) => id === before) && before ? before : firstPerson[side],
    room: sessionStorage.getItem(`${side}-room`) === 'trial' ? 'trial' : 'forum',
  };
}
