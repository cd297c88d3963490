/** The same people's parts in a story, on the one platform and on the other. All of them read bokmål. */
import type { CastKey, CastOrganisation } from '../../src/playground/cast.ts';

export type Who = readonly [CastKey, CastOrganisation];

export type Side = {
  readonly side: 'Teams' | 'Slack';
  readonly organisation: CastOrganisation;
  /** An organisation on the other platform. */
  readonly elsewhere: CastOrganisation;
  /** Coordinator, without a seat. */
  readonly leader: Who;
  /** Holds a voting seat. */
  readonly voter: Who;
  /** Holds another one. */
  readonly other: Who;
};

export const sides: readonly Side[] = [
  {
    side: 'Teams',
    organisation: 'kommunene',
    elsewhere: 'organisasjonene',
    leader: ['kari', 'statsforvalteren'],
    voter: ['pål', 'kommunene'],
    other: ['huldra', 'kommunene'],
  },
  {
    side: 'Slack',
    organisation: 'organisasjonene',
    elsewhere: 'kommunene',
    leader: ['kari', 'organisasjonene'],
    voter: ['herreper', 'organisasjonene'],
    other: ['mikkel', 'organisasjonene'],
  },
];
