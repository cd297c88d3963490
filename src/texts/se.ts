/**
 * Northern Sámi, as far as its words are documented: official names, and terms seen in texts written in Sámi. Nothing
 * here is made by a machine; what is missing is listed in test/texts/missing-se.json until a speaker has written it.
 */
import type { Texts } from './nb.ts';
import type { PartOf } from './with-fallback.ts';

export const se: PartOf<Texts> = {
  languageName: 'Davvisámegiella',

  languages: { se: 'davvisámegiella' },

  networkKinds: { workingGroup: 'Bargojoavku' },

  seatGroups: {
    higherEducation: 'universitehta ja allaskuvla',
    municipalAssociation: 'KS',
    privateKindergartenAssociation: 'PBL',
    countyGovernor: 'stáhtahálddašeaddji',
  },

  roles: { deputy: 'várrelahttu', member: 'lahttu' },
};

/** Said in bokmål to those who have chosen Northern Sámi, where bokmål's own sentence would be untrue. */
export const besideSe: PartOf<Texts> = {
  language: { chosen: 'Jeg bruker nordsamiske ord til deg der jeg har dem, og bokmål ellers.' },
};
