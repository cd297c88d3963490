/**
 * Finds words that may tell of one child: an age or a tiny group beside a diagnosis or a child. Asked about, never
 * refused: a pattern is often wrong.
 */

/** Why a text is asked about; texts/ has the sentences. */
export type TellingWords = 'child-with-diagnosis' | 'small-group';

/** «en gutt på 7 år», «jente, 12 år», «sjuåring», «7-åring», «a boy of 7». */
const childOfAge =
  /(?<![\p{L}\d])(?:gutt(?:en)?|gut(?:en)?|jent(?:e|a|en)|barn(?:et)?|elev(?:en)?|boy|girl|child|pupil)(?![\p{L}])[^.!?\n]{0,25}?(?<!\d)(?:1?\d)(?!\d)\s*(?:år|years?|-)/iu;
const ageAsName =
  /(?<![\p{L}\d])(?:(?:1?\d)\s?-?\s?|(?:ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv)-?)åring/iu;

const diagnosis =
  /(?<!\p{L})(?:adhd|add|autis\p{L}*|asperger\p{L}*|tourette\p{L}*|down\p{L}*(?:\s+synd\p{L}*)?|dysleksi\p{L}*|epilepsi\p{L}*|cerebral parese|cp|ptsd|depresjon\p{L}*|spiseforstyrr\p{L}*|diagnos\p{L}*|selvska\p{L}*|sjølvska\p{L}*|overgrep\p{L}*)(?!\p{L})/iu;

/** «tre elever», «to barn i klassen», «4 pupils»: fewer than five. */
const fewChildren =
  /(?<![\p{L}\d.,-])(?:en|ei|én|ett|eitt|eit|to|tre|fire|one|two|three|four|[1-4])\s+(?:\p{L}+\s+)?(?:elev(?:er|ar)?|barn|gutt(?:er|ar)?|gut(?:ar)?|jent(?:e|er)|pupils?|child(?:ren)?|boys?|girls?)(?!\p{L})/iu;

/** In: any text. Out: why it may tell of one child; nothing as a rule. */
export function tellingWords(text: string): TellingWords | undefined {
  const plain = text.normalize('NFKC');
  const tellsOfDiagnosis = diagnosis.test(plain);
  if (tellsOfDiagnosis && (childOfAge.test(plain) || ageAsName.test(plain))) return 'child-with-diagnosis';
  return fewChildren.test(plain) ? 'small-group' : undefined;
}
