import type { AcceptRefusal } from './accept-milestones.ts';
import type { AddRefusal } from './add-milestone.ts';
import type { ChangeRefusal } from './change-milestone.ts';
import type { RulesRefusal } from './change-rules.ts';
import type { UnreadDate } from './read-date.ts';
import type { RemoveRefusal } from './remove-milestone.ts';

type All = AcceptRefusal | AddRefusal | ChangeRefusal | RemoveRefusal | RulesRefusal | UnreadDate<string>;

/** Everything about the year and the rules that can be refused; that one may not is told of elsewhere. */
export type YearRefusal = Exclude<All, { readonly code: 'not-allowed' }>;
