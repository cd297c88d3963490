import type { PageSaved, SaveRefusal } from './save-need.ts';
import type { CopyRefusal } from './start-need.ts';
import type { StepRefusal } from './step-need.ts';
import type { SubmitRefusal } from './submit-need.ts';

type All = SaveRefusal | CopyRefusal | StepRefusal | SubmitRefusal;

/** Shown another way: the page again with what the other saved, and the list of what lacks. */
type Shown = PageSaved | { readonly code: 'need-lacks' };

/** Everything about a need that can be refused in a sentence; that one may not is told of elsewhere. */
export type NeedRefusal = Exclude<All, Shown | { readonly code: 'not-allowed' }>;
