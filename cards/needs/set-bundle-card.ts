/** Several needs made one: what the secretariat sees of them together, and what each party is told. */
import type { Bundle } from '../../src/features/needs/bundle.ts';
import type { Need } from '../../src/features/needs/need.ts';
import type { NeedContent } from '../../src/features/needs/need-fields.ts';
import type { YearAmount } from '../../src/features/needs/need-money.ts';
import type { Round } from '../../src/features/needs/round.ts';
import type { Speech } from '../../src/texts/speak.ts';
import type { Button, Card, List, Note, Part } from '../card.ts';
import { longList } from '../long-list.ts';
import { shortened } from '../shortened.ts';
import type { NeedShown } from './need-card.ts';
import { askedText, fieldWords, roundWords, thousands, titleOfNeed } from './need-words.ts';
import { bundledNote } from './set-bundled-note.ts';

export type BundleShown = {
  readonly round: Round;
  readonly bundle: Bundle;
  readonly responsible: string;
  /** Each that stands in it, with its party. */
  readonly parts: readonly { readonly need: Need; readonly party: string }[];
  /** What they hold together. */
  readonly content: NeedContent;
  /** Who parted them again, as others know them; empty where nobody did or is known. */
  readonly undoneBy: string;
};

/** What has just become of it. */
export type BundleNews = 'bundled' | 'undone';

/** As many as have each their button. */
const mostOpened = 15;
const partyLength = 60;
const titleLength = 80;
/** What the list may weigh beside everything else in a card. */
const listRoom = 14_000;

export function bundleCard(shown: BundleShown, speech: Speech, news?: BundleNews): Card {
  const { round, bundle, parts, content } = shown;
  const texts = speech.say.set;
  const opened = parts.slice(0, mostOpened);
  const open = opened.map(
    ({ need }): Button => ({
      label: need.reference ?? '',
      intent: { type: 'need.show', round: round.id, need: need.id },
    }),
  );
  return {
    language: speech.language,
    title: texts.bundleTitle(bundle.number, bundle.title),
    parts: [
      ...remarks(shown, news, speech),
      { kind: 'facts', facts: bundle.undone ? [scheme(shown, speech)] : facts(shown, speech) },
      ...(parts.length > 0
        ? [
            { kind: 'text', text: originsText(shown, speech), weight: 'strong' } as const,
            ...longList(
              parts.map(part => originItem(part, speech)),
              speech,
              listRoom,
            ),
            { kind: 'buttons', buttons: open } as const,
            ...(opened.length < parts.length ? [{ kind: 'text', text: texts.otherOrigins } as const] : []),
          ]
        : []),
      ...buttons(shown, speech),
    ],
  };

  function facts({ responsible }: BundleShown, { say }: Speech) {
    // Two owners may each have one of the same name.
    const participants = parts.reduce((sum, { need }) => sum + (need.content.participants?.length ?? 0), 0);
    const { labels } = say.need;
    const counted = fieldWords('participantCount', content, speech);
    const asked = askedText(content, speech);
    return [
      { label: texts.responsible, value: shortened(responsible, partyLength * 2) },
      scheme(shown, speech),
      ...(content.amounts ?? []).map(each => ({ label: String(each.year), value: yearWords(each, speech) })),
      ...(asked === undefined ? [] : [{ label: say.need.card.asked, value: asked }]),
      ...(participants > 0 ? [{ label: texts.participants, value: thousands(participants) }] : []),
      ...(counted === undefined ? [] : [{ label: labels.participantCount, value: counted }]),
    ];
  }
}

function scheme({ round }: BundleShown, speech: Speech) {
  return { label: speech.say.need.card.scheme, value: roundWords(round, speech) };
}

function originsText({ bundle, parts }: BundleShown, { say }: Speech): string {
  return bundle.undone ? say.set.undoneOrigins(parts.length) : say.set.origins(parts.length);
}

function yearWords({ owner, partner, coordination }: YearAmount, { say }: Speech): string {
  const { perYear, yearParts } = say.set;
  const parts = [
    yearParts.owner(thousands(owner)),
    yearParts.partner(thousands(partner)),
    yearParts.coordination(thousands(coordination)),
  ];
  return perYear(say.need.kroner(thousands(owner + partner + coordination)), parts.join(', '));
}

function remarks(
  { bundle, parts, undoneBy }: BundleShown,
  news: BundleNews | undefined,
  speech: Speech,
): readonly Note[] {
  const texts = speech.say.set;
  if (news === 'undone') return [{ kind: 'note', sign: 'done', text: texts.undone }];
  if (bundle.undone) {
    const text = texts.wasUndone(speech.when(bundle.undone.at), undoneBy);
    return [{ kind: 'note', sign: 'information', text }];
  }
  if (news === 'bundled')
    return [{ kind: 'note', sign: 'done', text: `${texts.bundled(parts.length)} ${texts.partiesTold}` }];
  if (parts.length === 1) return [{ kind: 'note', sign: 'warning', text: texts.oneLeft }];
  return parts.length === 0 ? [{ kind: 'note', sign: 'warning', text: texts.noneLeft }] : [];
}

function originItem({ need, party }: BundleShown['parts'][number], speech: Speech): List['items'][number] {
  const asked = askedText(need.content, speech);
  const words = [shortened(titleOfNeed(need, speech), titleLength), ...(asked === undefined ? [] : [asked])];
  return { label: `${need.reference ?? ''} · ${shortened(party, partyLength)}`, value: words.join(' · ') };
}

function buttons({ round, bundle }: BundleShown, { say }: Speech): readonly Part[] {
  const { buttons: texts } = say.set;
  const about = { round: round.id };
  const isHeld = !bundle.undone && !round.handedOver;
  const undo: Button = {
    label: texts.undo,
    intent: { type: 'set.undo', ...about, bundle: bundle.number },
    weight: 'danger',
  };
  return [
    {
      kind: 'buttons',
      buttons: [{ label: texts.back, intent: { type: 'set.show', ...about } }, ...(isHeld ? [undo] : [])],
    },
  ];
}

/** To those who worked on what a party sent. @param theirs all that they sent that is in the bundle now */
export function needBundledCard(theirs: readonly NeedShown[], speech: Speech): Card {
  const { told } = speech.say.set;
  const [bundle] = theirs.flatMap(shown => shown.bundle ?? []);
  const parts = [...(bundle ? [bundledNote(bundle, speech)] : []), { kind: 'text', text: told.text } as const];
  return toldCard(told.title, theirs, parts, speech);
}

/** To those who were told of the bundle, once it is undone. @param theirs all that they sent that was in it */
export function needPartedCard(theirs: readonly NeedShown[], bundle: Pick<Bundle, 'title'>, speech: Speech): Card {
  const { toldParted } = speech.say.set;
  const text = toldParted.text(shortened(bundle.title, titleLength * 2));
  return toldCard(toldParted.title, theirs, [{ kind: 'text', text }], speech);
}

function toldCard(title: string, theirs: readonly NeedShown[], words: readonly Part[], speech: Speech): Card {
  const items = theirs.map(({ need }) => ({
    label: need.reference ?? '',
    value: shortened(titleOfNeed(need, speech), titleLength),
  }));
  const buttons = theirs.slice(0, mostOpened).map(
    ({ round, need }): Button => ({
      label: theirs.length === 1 ? speech.say.need.buttons.show : (need.reference ?? ''),
      intent: { type: 'need.show', round: round.id, need: need.id },
    }),
  );
  return {
    language: speech.language,
    title,
    parts: [...longList(items, speech), ...words, { kind: 'buttons', buttons }],
  };
}
