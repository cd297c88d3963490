/**
 * Finds words that may tell of one child: an age beside a diagnosis, or a group under five. Asked about, never refused: a
 * pattern is often wrong.
 */

/** Why a text is asked about; texts/ has the sentences. */
export type TellingWords = 'child-with-diagnosis' | 'small-group';

/** Of a child: up to nineteen, in digits or words; the last of «1–5 år» is no age of anybody's. */
const age = String.raw`(?<![\p{L}\d–-])(?:1?\d|ett|eitt|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)`;

const child = String.raw`(?<![\p{L}\d])(?:gutt(?:en)?|gut(?:en)?|jent(?:e|a|en)|barn(?:et)?|elev(?:en)?|boy|girl|child|pupil)(?!\p{L})`;

/** «en gutt på 7 år», «jente, tolv år», «a boy aged 7», «sjuåring», «7-åringen», «a seven-year-old». */
const childOfAge = new RegExp(
  [
    String.raw`${child}[^.!?\n]{0,25}?${age}\s*(?:år|years?)(?!\p{L})`,
    String.raw`${child}[^.!?\n]{0,10}?(?:aged|of)\s+${age}(?![\p{L}\d])`,
    String.raw`${age}\s?-?\s?åring(?:en)?(?!\p{L})`,
    String.raw`${age}[\s-]?years?[\s-]old(?!\p{L})`,
  ].join('|'),
  'iu',
);

const diagnosis =
  /(?<!\p{L})(?:adhd|add|autis\p{L}*|asperger\p{L}*|tourette\p{L}*|down\p{L}*(?:\s+synd\p{L}*)?|dysle[kx][si]\p{L}*|epileps\p{L}*|cerebral (?:parese|palsy)|cp|ptsd|depres[sj]\p{L}*|(?:spise|ete)forstyrr\p{L}*|eating disorder\p{L}*|diagnos\p{L}*|s(?:elv|jølv)ska\p{L}*|self-harm\p{L}*|overgrep\p{L}*|abuse\p{L}*)(?!\p{L})/iu;

const fewer = String.raw`(?<![\p{L}\d.,-])(?:én|éin|ett|eitt|to|tre|fire|one|two|three|four|[1-4])`;

/** «tre elever», «to eldre barn», «to av elevene», «en bestemt elev», «en gruppe på fire.»: fewer than five. */
const fewChildren = new RegExp(
  [
    String.raw`${fewer}\s+(?:\p{L}+\s+)?(?:elev(?:er|ar)?|barn|born|gutt(?:er|ar)?|gut(?:ar)?|jent(?:e|er)|pupils?|child(?:ren)?|boys?|girls?)(?!\p{L})`,
    String.raw`${fewer}\s+(?:av|of)\s+(?:the\s+)?(?:elev(?:ene|ane)|barna|borna|gut(?:tene|ane)|jentene|pupils|children|boys|girls)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:en|ei|ein|et|eit|a)\s+(?:bestemt|konkret|enkelt|viss|certain|particular)\s+(?:elev|barn|gutt?|jente|pupil|child|boy|girl)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:gruppe[nr]?|gruppa|klasse[nr]?|klassa|group|class)\s+(?:på|med|of|with)\s+(?:(?:bare|berre|only|just)\s+)?${fewer}(?=\s*(?:[.,;:!?)]|$))`,
  ].join('|'),
  'imu',
);

/** In: any text. Out: why it may tell of one child; nothing as a rule. */
export function tellingWords(text: string): TellingWords | undefined {
  const plain = text.normalize('NFKC');
  if (diagnosis.test(plain) && childOfAge.test(plain)) return 'child-with-diagnosis';
  return fewChildren.test(plain) ? 'small-group' : undefined;
}
