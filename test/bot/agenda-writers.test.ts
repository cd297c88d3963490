/** What deliveries about agendas, minutes and follow-ups say to one person, and when there is nothing left to say. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import mammoth from 'mammoth';
import { leadCard } from '../../cards/meetings/agenda-lead-card.ts';
import { caseCard } from '../../cards/meetings/case-card.ts';
import { plainText } from '../../cards/plain-text.ts';
import type { Settings } from '../../src/bot/asking.ts';
import { agendaFiles } from '../../src/bot/meetings/agenda-files.ts';
import { agendaHandlers } from '../../src/bot/meetings/agenda-handlers.ts';
import { shownCase, shownLead } from '../../src/bot/meetings/agenda-shown.ts';
import { agendaSilent } from '../../src/bot/meetings/agenda-silent.ts';
import { drawMeeting } from '../../src/bot/meetings/draw-meeting.ts';
import { writeTo } from '../../src/bot/write-to.ts';
import type { Words } from '../../src/bot/writer.ts';
import type { Message } from '../../src/delivery/delivery.ts';
import {
  agendaMessage,
  caseSuggestedMessage,
  commentGivenKind,
  commentGivenMessage,
  commentsMessage,
  followUpMessage,
  lateFollowUpMessage,
  minutesLateMessage,
  minutesMessage,
} from '../../src/features/meetings/agenda-messages.ts';
import type { CaseId } from '../../src/features/meetings/case.ts';
import { readAgenda } from '../../src/features/meetings/case-store.ts';
import { closeFollowUp } from '../../src/features/meetings/close-follow-up.ts';
import { openFollowUps } from '../../src/features/meetings/follow-up-store.ts';
import type { MeetingId } from '../../src/features/meetings/meeting.ts';
import { meetingPartition } from '../../src/features/meetings/meeting-store.ts';
import { minutesComments } from '../../src/features/meetings/minutes-store.ts';
import { sendAgenda } from '../../src/features/meetings/send-agenda.ts';
import { speak } from '../../src/texts/speak.ts';
import { actorOf, type CastKey, castMemberId, castNetwork, seatForum, type TestTools, testTools } from '../cast.ts';
import {
  accept,
  agreeToAll,
  approve,
  comment,
  conclude,
  end,
  meetingStart,
  nextMeeting,
  record,
  send,
  sendOut,
  start,
  suggest,
  suggested,
  withdraw,
} from '../features/meetings/agenda-room.ts';
import { cancel, owedFor, settled } from '../features/meetings/meeting-room.ts';
import { doneOf } from '../features/polls/poll-room.ts';
import { askingAs } from './bot-room.ts';

let tools: TestTools;
let meeting: MeetingId;
let first: CaseId;

beforeEach(async () => {
  tools = testTools();
  await seatForum(tools);
  meeting = await settled(tools);
  first = await suggested(tools, meeting, 'Behov');
});
afterEach(() => tools.store.close());

const settings: Settings = {
  zone: 'Europe/Oslo',
  language: 'nb',
  isAllowed: () => true,
  fileUrl: (payload, until) => `https://laget.example/${encodeURIComponent(JSON.stringify({ payload, until }))}`,
};

async function words(message: Message, who: CastKey, thing = { kind: 'meeting', id: meeting as string }) {
  const { network, member } = await actorOf(tools, who);
  const to = { kind: 'member' as const, id: member.id };
  return writeTo({ tools, settings }, { thing, message, to }, { network, member });
}
const zone = 'Europe/Oslo';
const noCard = { language: 'nb', title: '', parts: [] } as const;
const said = (written: Words | undefined) => (written ? plainText(written.card) : undefined);

describe('the agenda', () => {
  test('in each one’s language, and the same to all of one', async () => {
    doneOf(await send(tools, meeting));
    expect(said(await words(agendaMessage(1), 'pål'))).toContain('1/27 · Behov');
    expect(said(await words(agendaMessage(1), 'pål'))).toBe(said(await words(agendaMessage(1), 'mikkel')));
  });

  test('is the one that was shown, though a case has come on it since; the posting tells which one has not been sent', async () => {
    await sendAgenda(tools, await actorOf(tools, 'kari'), meeting);
    const shown = said(await words(agendaMessage(1), 'pål'));
    const late = doneOf(await suggest(tools, meeting, { title: 'Etterpå' })).case;
    expect(said(await words(agendaMessage(1), 'pål'))).toBe(shown);
    const card = async () => {
      const kept = await readAgenda(tools, meeting);
      const each = kept?.cases.find(({ value }) => value.id === late.id)?.value;
      if (!kept || !each) throw new Error('No case');
      return plainText(caseCard(await shownCase(tools, await actorOf(tools, 'kari'), kept, each), speak('nb', zone)));
    };
    expect(await card()).toContain('har ikke med denne saken');
    await agreeToAll(tools, meeting);
    expect(said(await words(agendaMessage(1), 'pål'))).toBe(shown);
    expect(await card()).toContain('Saken er ikke sendt ut ennå.');
    const posted = async () => plainText((await drawMeeting(tools, meeting))?.write(speak('nb', zone)) ?? noCard);
    expect(await posted()).toMatch(/1\/27 · Behov – fra[^\n]*\n[^\n]*Etterpå – ikke sendt ut ennå/);
    doneOf(await send(tools, meeting));
    expect(await posted()).not.toContain('ikke sendt ut');
    expect(said(await words(agendaMessage(2), 'pål'))).toContain('Ny: 2/27 · Etterpå');
  });

  test('nothing of it when a later one is out, or the meeting is cancelled', async () => {
    doneOf(await send(tools, meeting));
    doneOf(await send(tools, meeting));
    expect(await words(agendaMessage(1), 'pål')).toBeUndefined();
    expect(await words(agendaMessage(2), 'pål')).toBeDefined();
    doneOf(await cancel(tools, meeting));
    expect(await words(agendaMessage(2), 'pål')).toBeUndefined();
  });
});

test('when it is over the meeting tells who was there, and nothing of who will be', async () => {
  tools.world.clock.set(meetingStart);
  doneOf(await start(tools, meeting));
  doneOf(await record(tools, meeting, { present: ['seat-1|member-per', 'seat-2|member-pål'] }));
  doneOf(await end(tools, meeting));
  const speech = speak('nb', 'Europe/Oslo');
  const kept = await readAgenda(tools, meeting);
  const shown = kept && (await shownLead(tools, await actorOf(tools, 'kari'), kept));
  const lead = shown ? plainText(leadCard(shown, speech)) : '';
  const drawn = await drawMeeting(tools, meeting);
  const posted = drawn ? plainText(drawn.write(speech)) : '';
  expect(lead).toContain('Møte 1 er over');
  for (const card of [lead, posted]) {
    expect(card).toContain('2 av 17 møtte');
    expect(card).not.toMatch(/kommer|Ikke representert|uten stemme/);
  }
});

describe('a suggested case', () => {
  const wish = async (title: string) => doneOf(await suggest(tools, meeting, { title }, 'pål')).case.id;
  const word = async (id: CaseId) => said(await words(caseSuggestedMessage(id), 'kari'));

  test('is told to those who put cases on the agenda, with what it takes to do so, once', async () => {
    const id = await wish('Ønske');
    const owed = (await owedFor(tools, meeting)).filter(each => each.startsWith('case-suggested'));
    expect(owed).toEqual(['case-suggested member-kari']);
    const told = await word(id);
    for (const each of ['1 foreslått sak venter på deg', '2 · Ønske – Pål Askeland', '[Sett opp 2] [Vis sakslista]']) {
      expect(told).toContain(each);
    }
    doneOf(await accept(tools, meeting, id));
    expect(await word(id)).toBeUndefined();
  });

  test('and several within a short time in one word, also when the last is taken back', async () => {
    const a = await wish('a');
    tools.world.clock.advance(60_000);
    const b = await wish('b');
    expect(await word(a)).toBeUndefined();
    expect(await word(b)).toMatch(/2 foreslåtte saker[\s\S]*2 · a[\s\S]*3 · b/);
    doneOf(await withdraw(tools, meeting, b));
    expect(await word(b)).toContain('1 foreslått sak');
    tools.world.clock.advance(6 * 60_000);
    const c = await wish('c');
    doneOf(await withdraw(tools, meeting, c));
    expect(await word(c)).toBeUndefined();
  });

  test('of whoever leads stands on the agenda, and is told to nobody', async () => {
    expect((await owedFor(tools, meeting)).filter(each => each.startsWith('case-suggested'))).toEqual([]);
  });
});

describe('the agenda with a case exempt from public access', () => {
  test('has its papers for those with a seat and those who lead, not for who only observes', async () => {
    const papers = { access: 'exempt', basis: 'offl. § 14', links: 'Utkast https://sak.example/1' } as const;
    doneOf(await suggest(tools, meeting, { title: 'Unntatt', ...papers }));
    doneOf(await send(tools, meeting));
    for (const who of ['kari', 'askeladden'] as const) {
      expect(said(await words(agendaMessage(1), who))).toContain('https://sak.example/1');
    }
    const observed = said(await words(agendaMessage(1), 'nordavinden'));
    expect(observed).toContain('Unntatt');
    expect(observed).not.toContain('sak.example');
  });
});

describe('the minutes', () => {
  beforeEach(async () => {
    tools.world.clock.set(meetingStart);
    doneOf(await start(tools, meeting));
    doneOf(await conclude(tools, meeting, first, { discussion: 'Č, ŋ & <b>', followUps: 'Pål: ringe ; 15. mars' }));
    doneOf(await end(tools, meeting));
  });

  test('each with links of their own; of an earlier version nothing when a later one is out', async () => {
    doneOf(await sendOut(tools, meeting));
    const [pål, mikkel] = [await words(minutesMessage(1), 'pål'), await words(minutesMessage(1), 'mikkel')];
    expect(JSON.stringify(pål)).toContain('member-p');
    expect(JSON.stringify(mikkel)).toContain('member-mikkel');
    doneOf(await conclude(tools, meeting, first, { conclusion: 'Rettet' }, 1));
    expect(said(await words(minutesMessage(1), 'pål'))).toContain('Forumet er enig.');
    doneOf(await sendOut(tools, meeting));
    expect(await words(minutesMessage(1), 'pål')).toBeUndefined();
    expect(said(await words(minutesMessage(2), 'pål'))).toContain('Rettet');
  });

  test('written again a minute later they are the same: what was shown is what is sent', async () => {
    doneOf(await sendOut(tools, meeting));
    const before = await words(minutesMessage(1), 'pål');
    tools.world.clock.advance(3_600_000);
    expect(await words(minutesMessage(1), 'pål')).toEqual(before);
  });

  test('late, to those who lead, and not at night', async () => {
    tools.world.clock.set('2027-03-10T22:00:00.000Z');
    const late = await words(minutesLateMessage, 'kari');
    expect(said(late)).toContain('Referatet fra møte 1 er ikke sendt');
    expect(late?.notBefore).toBe('2027-03-11T06:00:00.000Z');
    doneOf(await sendOut(tools, meeting));
    expect(await words(minutesLateMessage, 'kari')).toBeUndefined();
  });

  test('how many comments have come, as long as they are not approved', async () => {
    doneOf(await sendOut(tools, meeting));
    doneOf(await comment(tools, meeting, 'Navnet er feil'));
    expect(said(await words(commentsMessage(1), 'kari'))).toContain('1 merknad er kommet.');
    doneOf(await approve(tools, meeting));
    expect(await words(commentsMessage(1), 'kari')).toBeUndefined();
  });

  describe('a comment', () => {
    const given = async (text: string, who: CastKey = 'pål') =>
      doneOf(await comment(tools, meeting, text, who)).comment;
    const keyOf = async (text: string) => {
      const all = await minutesComments.all(tools.store, meetingPartition(meeting));
      return all.find(({ value }) => value.text === text)?.id ?? '';
    };
    const word = async (text: string) => said(await words(commentGivenMessage(await keyOf(text)), 'kari'));
    const minute = 60_000;

    beforeEach(async () => {
      doneOf(await sendOut(tools, meeting));
    });

    test('is told to those who write the minutes, with its case and the way to answer', async () => {
      await given('Sak 1: tallet er feil');
      const owed = (await owedFor(tools, meeting)).filter(each => each.startsWith(`${commentGivenKind} `));
      expect(owed).toEqual(['minutes-comment member-kari']);
      const told = await word('Sak 1: tallet er feil');
      for (const each of ['1 ny merknad til referatet fra møte 1', 'Pål Askeland', 'tallet er feil', 'ny versjon']) {
        expect(told).toContain(each);
      }
      expect(told).toMatch(/\[Rett 1\/27\]\s+\[Vis referatet\]/);
    });

    test('of one’s own is not told to oneself, and hides no other', async () => {
      await given('a');
      await given('Min egen', 'kari');
      expect(await word('a')).toMatch(/1 ny merknad/);
      expect((await owedFor(tools, meeting)).filter(each => each.startsWith(`${commentGivenKind} `))).toHaveLength(1);
    });

    test('several within a short time are one word, and none of them is lost', async () => {
      await given('a');
      tools.world.clock.advance(3 * minute);
      await given('b', 'mikkel');
      tools.world.clock.advance(3 * minute);
      await given('c');
      tools.world.clock.advance(20 * minute);
      await given('d');
      expect(await word('a')).toBeUndefined();
      expect(await word('b')).toBeUndefined();
      expect(await word('c')).toMatch(/3 nye merknader/);
      expect(await word('d')).toMatch(/1 ny merknad/);
    });

    test('those of one night are one word in the morning', async () => {
      tools.world.clock.set('2027-03-02T21:00:00.000Z');
      await given('a');
      tools.world.clock.set('2027-03-03T02:00:00.000Z');
      await given('b');
      tools.world.clock.set('2027-03-03T06:00:00.000Z');
      expect(await word('a')).toBeUndefined();
      expect(await word('b')).toMatch(/2 nye merknader/);
    });

    test('is not told of once a later version answers it, or the minutes are approved', async () => {
      await given('a');
      doneOf(await conclude(tools, meeting, first, { conclusion: 'Rettet' }, 1));
      expect(await word('a')).toBeUndefined();
      doneOf(await sendOut(tools, meeting));
      await given('b');
      doneOf(await approve(tools, meeting));
      expect(await word('b')).toBeUndefined();
    });

    test('the minutes tell whoever writes them how it is answered, and others not', async () => {
      await given('a');
      const shown = async (who: CastKey) => {
        const answer = await agendaHandlers['minutes.show'](askingAs(who, tools), { type: 'minutes.show', meeting });
        return answer.whisper ? plainText(answer.whisper) : '';
      };
      expect(await shown('kari')).toContain('En merknad besvares med en ny versjon');
      expect(await shown('pål')).not.toContain('besvares');
    });
  });

  describe('as a file', () => {
    const open = (who: CastKey, more: object = {}) =>
      agendaFiles['minutes']?.(tools, { meeting, version: 1, kind: 'minutes', member: castMemberId(who), ...more });
    const textOf = async (file: Awaited<ReturnType<typeof open>>) =>
      (await mammoth.extractRawText({ buffer: Buffer.from(file?.content ?? '') })).value;

    test('says that a case was not concluded, and names observers by their name alone', async () => {
      const id = await nextMeeting(tools);
      await suggested(tools, id, 'Uten konklusjon');
      doneOf(await start(tools, id));
      doneOf(await record(tools, id, { observers: [castMemberId('nordavinden')] }));
      doneOf(await end(tools, id));
      const text = await textOf(await open('kari', { meeting: id }));
      expect(text).toContain('Ikke konkludert.');
      expect(text).toMatch(/Observatører\s+Nordavinden/);
    });

    test('is named after the meeting and its year, and holds every character', async () => {
      doneOf(await sendOut(tools, meeting));
      const file = await open('pål');
      expect([file?.name, (await open('pål', { kind: 'record' }))?.name]).toEqual([
        'referat-1-2027.docx',
        'protokoll-1-2027.docx',
      ]);
      expect(file?.type).toContain('wordprocessingml');
      expect(await textOf(file)).toContain('Č, ŋ & <b>');
      expect(await textOf(await open('pål', { kind: 'record' }))).not.toContain('Č, ŋ & <b>');
    });

    test('of a draft is for those who write them alone; of nobody who has left', async () => {
      expect(await open('pål')).toBeUndefined();
      expect(await open('kari')).toBeDefined();
      doneOf(await sendOut(tools, meeting));
      expect(await open('pål')).toBeDefined();
      expect(await open('pål', { member: 'somebody' })).toBeUndefined();
    });

    test('says when it was written and when they were approved, and why when comments were passed over', async () => {
      doneOf(await sendOut(tools, meeting));
      expect(await textOf(await open('pål'))).toContain('Ikke godkjent ennå.');
      doneOf(await approve(tools, meeting));
      const text = await textOf(await open('pål'));
      expect(text).toContain('Versjon 1, skrevet tirsdag 2. mars 2027 kl. 10.00.');
      expect(text).toContain('Godkjent tirsdag 2. mars 2027 kl. 10.00.');
      expect(text).toContain('Grunn: Nettverkets siste møte');
      const shown = await agendaHandlers['minutes.show'](askingAs('pål', tools), { type: 'minutes.show', meeting });
      const card = shown.whisper ? plainText(shown.whisper) : '';
      expect(card).toContain('Versjon 1, skrevet tirsdag 2. mars 2027 kl. 10.00. Godkjent tirsdag');
      expect(card).toContain('Grunn: Nettverkets siste møte');
    });
  });

  describe('a follow-up', () => {
    const remind = async (message: Message, who: CastKey = 'pål') => {
      const id = (await openFollowUps(tools, castNetwork.id))[0]?.id ?? 'none';
      return said(await words(message, who, { kind: 'follow-up', id }));
    };

    test('reminds its owner before it is due in one set of words, and after it in another', async () => {
      expect(await remind(followUpMessage)).toContain('frist 15. mars 2027 · sak 1/27, møte 1');
      expect(await remind(lateFollowUpMessage)).toBeUndefined();
      expect(await remind(followUpMessage, 'mikkel')).toBeUndefined();
      tools.world.clock.set('2027-03-16T08:00:00.000Z');
      expect(await remind(followUpMessage)).toBeUndefined();
      expect(await remind(lateFollowUpMessage)).toContain('skulle vært gjort 15. mars 2027');
    });

    test('reminds nobody when it is closed', async () => {
      const [{ id } = { id: '' as never }] = await openFollowUps(tools, castNetwork.id);
      const thing = { kind: 'follow-up', id };
      const silent = async () => {
        const { network } = await actorOf(tools, 'kari');
        return agendaSilent[followUpMessage.kind]?.(tools, thing, network, followUpMessage);
      };
      expect(await silent()).toEqual([castMemberId('pål')]);
      doneOf(await closeFollowUp(tools, await actorOf(tools, 'pål'), id));
      expect(await silent()).toEqual([]);
      expect(await words(followUpMessage, 'pål', thing)).toBeUndefined();
    });
  });
});
