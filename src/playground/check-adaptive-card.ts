/**
 * Adaptive Cards 1.5 as far as Laget uses them: Microsoft's own renderer must understand every part, and nothing unknown
 * may stand in one, which the renderer would leave out in silence.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';
import { teamsLimits } from '../../cards/limits.ts';

/** Only its bundle loads outside a browser and a bundler. */
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.min.js',
) as typeof import('adaptivecards');

/** @returns what Teams would refuse or leave out, each with its place; nothing of what the card says */
export function checkAdaptiveCard(given: unknown): readonly string[] {
  const result = card.safeParse(given);
  if (!result.success) return result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
  return [...parseProblems(given), ...repeatedIds(result.data.body), ...tooBig(given)];
}

function parseProblems(given: unknown): readonly string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  parsed.parse(withoutLanguage(given), context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return [...events, ...parsed.validateProperties().validationEvents].map(event => event.message);
}

/** Its check of a language code remembers where the last one ended, and so refuses every second good one. */
function withoutLanguage(given: unknown): object {
  return { ...Object(given), lang: undefined };
}

function repeatedIds(body: readonly Element[]): readonly string[] {
  const ids = body.flatMap(element => ('id' in element ? [element.id] : []));
  return new Set(ids).size < ids.length ? ['body: two inputs of one id'] : [];
}

function tooBig(given: unknown): readonly string[] {
  const bytes = Buffer.byteLength(JSON.stringify(given));
  return bytes > teamsLimits.cardBytes ? [`card: ${bytes} bytes`] : [];
}

const text = z.string().min(1);
const isSet = z.boolean().optional();
const style = {
  weight: z.enum(['Bolder']).optional(),
  size: z.enum(['Small', 'Large']).optional(),
  color: z.enum(['Accent', 'Attention']).optional(),
  isSubtle: isSet,
};
const placed = { spacing: z.enum(['None', 'Small', 'Medium']).optional(), separator: isSet };

const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text,
  wrap: z.literal(true),
  style: z.literal('heading'),
  ...style,
  ...placed,
});
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(z.strictObject({ type: z.literal('TextRun'), text, ...style })).min(1),
  ...placed,
});

const data = z.looseObject({ type: text });
const look = { title: text, style: z.enum(['positive', 'destructive']).optional() };
const submit = z.strictObject({ type: z.literal('Action.Submit'), data, ...look });
const action = z.discriminatedUnion('type', [
  submit,
  z.strictObject({ type: z.literal('Action.Execute'), verb: text, data, fallback: submit, ...look }),
  z.strictObject({ type: z.literal('Action.OpenUrl'), title: text, url: z.url({ protocol: /^https?$/ }) }),
]);
const actionSet = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z.array(action).min(1).max(teamsLimits.actionsInRow),
  ...placed,
});

const container = z.strictObject({
  type: z.literal('Container'),
  style: z.enum(['good', 'accent', 'warning']),
  items: z.array(richTextBlock).min(1),
  ...placed,
});

const image = z.strictObject({
  type: z.literal('Image'),
  url: z.url({ protocol: /^https?$/ }),
  altText: text,
  size: z.literal('Auto'),
  ...placed,
});

/** A required input without a sentence leaves the person with a red frame and no word. */
const common = {
  id: text,
  label: text,
  isRequired: z.boolean(),
  errorMessage: text,
  value: text.optional(),
  ...placed,
};
const choiceSet = z
  .strictObject({
    type: z.literal('Input.ChoiceSet'),
    choices: z.array(z.strictObject({ title: text, value: text })).min(1),
    style: z.enum(['compact', 'expanded']),
    isMultiSelect: z.boolean(),
    wrap: z.literal(true),
    ...common,
  })
  .refine(
    ({ value, isMultiSelect, choices }) =>
      (isMultiSelect ? (value?.split(',') ?? []) : value === undefined ? [] : [value]).every(chosen =>
        choices.some(choice => choice.value === chosen),
      ),
    'value is not one of the choices',
  );
const inputs = [
  z.strictObject({ type: z.literal('Input.Text'), isMultiline: isSet, maxLength: z.int().positive(), ...common }),
  choiceSet,
  z.strictObject({ type: z.literal('Input.Date'), ...common, value: z.iso.date().optional() }),
  z.strictObject({ type: z.literal('Input.Time'), ...common, value: z.iso.time({ precision: -1 }).optional() }),
] as const;

const element = z.discriminatedUnion('type', [textBlock, richTextBlock, actionSet, container, image, ...inputs]);
type Element = z.infer<typeof element>;

const card = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  lang: z.string().regex(/^[a-z]{2,3}$/),
  msteams: z.strictObject({ width: z.literal('Full') }),
  fallbackText: text,
  body: z.array(element).min(1),
  actions: z.array(submit).min(1).optional(),
});
