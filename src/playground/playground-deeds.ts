/** What a visitor of the playground can do, as the page asks for it. */
import { z } from 'zod';
import type { Answer, FakeChat, FakePerson, FakePlace, SeenForm } from './fake-chat.ts';
import { inSentences } from './in-sentences.ts';
import { type ClockParts, moveClock } from './playground-clock.ts';
import type { Actor, Backstage } from './playground-stage.ts';
import type { DeedAnswer } from './playground-view.ts';

const actor = { person: z.string().max(100), place: z.enum(['forum', 'trial', 'direct']) };
const message = z.object({ id: z.string().max(200), placeId: z.string().max(300) });
const text = z.string().min(1).max(40_000);
const values = z.record(
  z.string().max(100),
  z.union([z.string().max(40_000), z.array(z.string().max(1_000)).max(100)]),
);

export const deedSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), ...actor, text }),
  z.object({ do: z.literal('command'), ...actor, text }),
  z.object({ do: z.literal('press'), ...actor, message, label: z.string().max(200) }),
  z.object({ do: z.literal('submit'), ...actor, values }),
  z.object({ do: z.literal('locale'), ...actor, locale: z.enum(['nb-NO', 'nn-NO', 'en-GB', 'se-NO']) }),
  z.object({ do: z.literal('delete'), ...actor, message }),
  z.object({ do: z.literal('remove-bot'), ...actor }),
  z.object({ do: z.literal('add-bot'), ...actor }),
  z.object({ do: z.literal('throttle'), ...actor }),
  z.object({ do: z.literal('repeat'), ...actor, times: z.union([z.literal(1), z.literal(4)]) }),
  z.object({ do: z.literal('move-clock'), by: z.enum(['minute', 'hour', 'day', 'week', 'next']) }),
]);

export type Deed = z.infer<typeof deedSchema>;

const throttled = { sends: 3, retryAfterSeconds: 2 } as const;

export type DeedParts = ClockParts & { readonly stage: Backstage };

/**
 * Does it over the chats' own protocols. @throws when the page asks for someone or something that is not there
 */
export async function perform({ stage, ...time }: DeedParts, deed: Deed): Promise<DeedAnswer> {
  if (deed.do === 'move-clock') {
    stage.note();
    await moveClock(time, deed.by);
    return done;
  }
  const actor = stage.actor(deed.person);
  const place = deed.place === 'direct' ? actor.personal : actor.channels[deed.place];
  return performAs(stage, actor, place, deed);
}

type ActorsDeed = Exclude<Deed, { do: 'move-clock' }>;

const done: DeedAnswer = { status: 200 };

async function performAs(stage: Backstage, actor: Actor, place: FakePlace, deed: ActorsDeed): Promise<DeedAnswer> {
  const { chat, person } = actor;
  switch (deed.do) {
    case 'say':
    case 'command':
      stage.said(actor, place, deed.text, chat.platform === 'slack' && deed.do === 'command');
      // A slash command is heard in any channel, a mention only where the bot is.
      if (deed.do === 'say' && !stage.hasBot(place)) return done;
      return answered(stage, actor, await chat[deed.do](person, place, deed.text));
    case 'press':
      return answered(stage, actor, await chat.press(person, deed.message, deed.label));
    case 'submit':
      return answered(stage, actor, await submit(chat, person, stage.formOf(actor), deed));
    case 'locale':
      await stage.changeLocale(actor, deed.locale);
      return done;
    case 'delete':
      chat.deleteMessage(deed.message);
      return done;
    case 'remove-bot':
      stage.setBot(place, false);
      await chat.removeBot(place, person);
      return done;
    case 'add-bot':
      stage.setBot(place, true);
      await chat.addBot(place, person);
      return done;
    case 'throttle':
      chat.throttle(place, throttled.sends, throttled.retryAfterSeconds);
      return done;
    case 'repeat':
      chat.repeatRequests(deed.times);
      return done;
  }
}

function submit(chat: FakeChat, person: FakePerson, form: SeenForm, { values }: Extract<Deed, { do: 'submit' }>) {
  const known = form.fields.map(({ name }) => name);
  return chat.submit(person, form, Object.fromEntries(Object.entries(values).filter(([name]) => known.includes(name))));
}

function answered(stage: Backstage, actor: Actor, { status, form, whispers }: Answer): DeedAnswer {
  stage.keepForm(actor, form);
  if (form) {
    const errors = Object.fromEntries(form.fields.flatMap(({ name, error }) => (error ? [[name, error]] : [])));
    return { status, form: { title: form.title, raw: form.raw, errors, summary: inSentences(form.texts) } };
  }
  const dialog = whispers.find(seen => stage.isDialog(actor, seen));
  if (!dialog) return { status };
  const { id, placeId, raw, texts } = dialog;
  const [title = '', ...rest] = texts;
  return {
    status,
    form: { title, raw: { card: { content: raw } }, errors: {}, summary: inSentences(rest), message: { id, placeId } },
  };
}
