/** Intents about networks → workflow → what the person is told. */
import { helpCard } from '../../../cards/answer-cards.ts';
import {
  codeCard,
  languageCard,
  languageChosenCard,
  membersCard,
  networkCard,
  networkStartedCard,
  noNetworkCard,
  redeemedCard,
  startedCard,
} from '../../../cards/networks/network-cards.ts';
import { codeForm, newNetworkForm, rosterForm } from '../../../cards/networks/network-forms.ts';
import { rosterAppliedCard, rosterBadCard, rosterPreviewCard } from '../../../cards/networks/roster-cards.ts';
import { applyRoster, previewRoster } from '../../features/networks/apply-roster.ts';
import { chooseLanguage } from '../../features/networks/choose-language.ts';
import { type Actor, allowed, networkAt } from '../../features/networks/identify-member.ts';
import { inviteChannel, inviteMember, inviteSeat } from '../../features/networks/make-code.ts';
import { isInTerm } from '../../features/networks/network.ts';
import type { networkIntents } from '../../features/networks/network-intents.ts';
import { channelLinks, members, networkPartition, parties } from '../../features/networks/network-store.ts';
import { redeemCode } from '../../features/networks/redeem-code.ts';
import { mayStartNetwork, startNetwork } from '../../features/networks/start-network.ts';
import { latestPolls } from '../../features/polls/poll-store.ts';
import { type Speech, speak } from '../../texts/speak.ts';
import { dayOf } from '../../world.ts';
import { type Answer, type Asking, asMember, type Handlers, openForm, refuse } from '../asking.ts';
import { oweRedrawOfWhatStands, oweWhatStandsTo } from '../owe-what-stands.ts';
import { nearestCommand } from '../read-words.ts';

type NetworkRow = keyof typeof networkIntents;

export const networkHandlers: Pick<Handlers, NetworkRow> = {
  'network.form': async (asking, { name }) => {
    if (asking.from.place.kind === 'personal') return refuse({ code: 'start-in-channel' }, asking.speech);
    if (!(await mayStartNetwork(asking.tools, founderIn(asking))))
      return refuse({ code: 'channel-taken' }, asking.speech);
    const form = newNetworkForm(asking.speech, { values: { name }, errors: {} });
    return openForm(asking, form, { type: 'network.form', name }, asking.speech);
  },

  'network.start': async (asking, intent) => {
    const { tools, from, settings, speech } = asking;
    if (from.place.kind === 'personal') return refuse({ code: 'start-in-channel' }, speech);
    const first = intent.language ?? speech.language;
    const second = intent.secondLanguage;
    const languages = second === 'none' || second === first ? [first] : [first, second];
    const started = await startNetwork(tools, founderIn(asking), {
      name: intent.name,
      kind: intent.kind,
      languages,
      zone: settings.zone,
    });
    if (!started.ok) return refuse(started.refusal, speech);
    const { name } = started.value;
    return {
      say: networkStartedCard(name, speak(first, settings.zone)),
      whisper: startedCard(started.value, ['member', 'coordinator'], speech),
    };
  },

  'network.show': async asking => {
    const { tools, from, speech } = asking;
    const known = await networkAt(tools, from.identity, from.place.key);
    if (!known.ok && known.refusal.code === 'no-network') return { answer: noNetworkCard(speech) };
    return asMember(asking, (actor, own) => showNetwork(asking, actor, own));
  },

  'members.show': (asking, { from }) =>
    asMember(asking, async (actor, speech) => {
      const { store, world } = asking.tools;
      const partition = networkPartition(actor.network.id);
      const [people, owners] = await Promise.all([members.all(store, partition), parties.all(store, partition)]);
      const byId = new Map(owners.map(({ value }) => [value.id, value]));
      const day = dayOf(world.clock.now(), actor.network.zone);
      const seats = actor.seats.map(seat => ({
        seat,
        party: byId.get(seat.partyId),
        isInTerm: isInTerm(seat, day),
      }));
      return {
        answer: membersCard({ network: actor.network, seats, members: people.map(kept => kept.value), from }, speech),
      };
    }),

  'channel.invite': asking =>
    asMember(asking, async (actor, speech) => {
      const made = await inviteChannel(asking.tools, actor);
      if (!made.ok) return refuse(made.refusal, speech);
      return { whisper: codeCard({ ...made.value, kind: 'channel' }, speech) };
    }),

  'seat.invite': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const made = await inviteSeat(asking.tools, actor, intent.seat, intent.as);
      if (!made.ok) return refuse(made.refusal, speech);
      const { code, expiresAt, seat, party } = made.value;
      return {
        whisper: codeCard(
          { code, expiresAt, kind: 'seat', number: seat.number, party: party.name, as: intent.as },
          speech,
        ),
      };
    }),

  'member.invite': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const made = await inviteMember(asking.tools, actor, intent.member);
      if (!made.ok) return refuse(made.refusal, speech);
      const { code, expiresAt, member } = made.value;
      return { whisper: codeCard({ code, expiresAt, kind: 'member', name: member.name }, speech) };
    }),

  'code.form': async asking => openForm(asking, codeForm(asking.speech), { type: 'code.form' }, asking.speech),

  'code.redeem': async (asking, intent) => {
    const { tools, from, settings, speech } = asking;
    const redeemed = await redeemCode(
      tools,
      { ...founderIn(asking), isPersonal: from.place.kind === 'personal' },
      intent.code,
    );
    if (!redeemed.ok) return refuse(redeemed.refusal, speech);
    const { network } = redeemed.value;
    if (redeemed.value.kind !== 'channel') {
      await oweRedrawOfWhatStands(tools, network.id);
      return { whisper: redeemedCard(redeemed.value, speech) };
    }
    const link = await channelLinks.get(tools.store, networkPartition(network.id), from.place.key);
    if (link) await oweWhatStandsTo(tools, network.id, link.value);
    return { say: redeemedCard(redeemed.value, speak(network.languages[0] ?? settings.language, network.zone)) };
  },

  'language.form': async ({ settings, speech }) => {
    const named = (language: Parameters<typeof speak>[0]) => speak(language, settings.zone).say.languageName;
    return { whisper: languageCard({ nb: named('nb'), nn: named('nn'), se: named('se'), en: named('en') }, speech) };
  },

  'language.choose': async ({ tools, from, settings }, intent) => {
    await chooseLanguage(tools, from.identity, intent.language);
    return { whisper: languageChosenCard(speak(intent.language, settings.zone)) };
  },

  'roster.form': asking =>
    asMember(asking, async (actor, speech) => {
      const right = allowed(actor, 'roster.apply');
      if (!right.ok) return refuse(right.refusal, speech);
      return openForm(asking, rosterForm(speech), { type: 'roster.form' }, speech);
    }),

  'roster.preview': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const shown = await previewRoster(asking.tools, actor, intent.csv);
      if (shown.ok) return { whisper: rosterPreviewCard(shown.value, speech) };
      return shown.refusal.code === 'roster-bad'
        ? { whisper: rosterBadCard(shown.refusal.problems, speech), refusal: shown.refusal }
        : refuse(shown.refusal, speech);
    }),

  'roster.apply': (asking, intent) =>
    asMember(asking, async (actor, speech) => {
      const applied = await applyRoster(asking.tools, actor, intent.draft);
      if (applied.ok) {
        await oweRedrawOfWhatStands(asking.tools, actor.network.id);
        return { whisper: rosterAppliedCard(applied.value, speech) };
      }
      return applied.refusal.code === 'roster-bad'
        ? { whisper: rosterBadCard(applied.refusal.problems, speech) }
        : refuse(applied.refusal, speech);
    }),

  'help.show': async (asking, intent) => {
    // Nothing may be left of what cannot be seen.
    const typed = intent.typed || undefined;
    return { answer: helpCard({ typed, nearest: typed && nearestCommand(typed), topic: intent.topic }, asking.speech) };
  },
};

async function showNetwork({ tools: { store } }: Asking, actor: Actor, speech: Speech): Promise<Answer> {
  const partition = networkPartition(actor.network.id);
  const [people, links, latest] = await Promise.all([
    members.all(store, partition),
    channelLinks.all(store, partition),
    latestPolls({ store }, actor.network.id, 20),
  ]);
  const card = networkCard(
    {
      network: actor.network,
      seats: actor.seats,
      members: people.map(kept => kept.value),
      channels: links.map(({ value }) => ({ label: value.label, isLost: value.lostAt !== undefined })),
      openPolls: latest.filter(({ value }) => !value.closing).map(({ value }) => value),
      roles: actor.roles,
    },
    speech,
  );
  return { answer: card };
}

function founderIn({ from: { identity, name, requestKey, place }, chosen }: Asking) {
  return { identity, name, language: chosen, requestKey, channel: place };
}
