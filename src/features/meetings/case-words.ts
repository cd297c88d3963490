/** What people write of a case → what is kept of it. Pure. */
import { done, type Outcome, refused } from '../../outcome.ts';
import type { Case } from './case.ts';
import { type LinksRefusal, readLinks } from './case-links.ts';

export type CaseWords = Pick<Case, 'title' | 'caseType' | 'owner' | 'minutes' | 'proposal'> & {
  /** One a line. */
  readonly links?: string | undefined;
  readonly access: Case['access']['level'];
  /** The paragraph that exempts it. */
  readonly basis?: string | undefined;
};

export type CaseFields = Pick<Case, 'title' | 'caseType' | 'owner' | 'minutes' | 'proposal' | 'links' | 'access'>;

export type WordsRefusal =
  | LinksRefusal
  /** Nothing is exempt without the law's paragraph. */
  | { readonly code: 'basis-missing'; readonly field: 'basis' };

export function readCaseWords({
  title,
  caseType,
  owner,
  minutes,
  proposal,
  links: linesOfLinks = '',
  access,
  basis,
}: CaseWords): Outcome<CaseFields, WordsRefusal> {
  const links = readLinks(linesOfLinks);
  if (!links.ok) return links;
  const fields = { title, caseType, owner, minutes, proposal, links: [...links.value] };
  if (access === 'public') return done({ ...fields, access: { level: 'public' } });
  return basis
    ? done({ ...fields, access: { level: 'exempt', basis } })
    : refused({ code: 'basis-missing', field: 'basis' });
}
