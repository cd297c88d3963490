import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { teamsManifest, teamsTranslations } from '../../manifest/teams/teams-manifest.ts';
import { teamsPackage } from '../../manifest/teams/teams-package.ts';
import { commandsIn } from '../../manifest/teams/teams-words.ts';
import { readWords } from '../../src/bot/read-words.ts';

const app = { appId: '9f1c2d3e-4b5a-4678-9abc-def012345678', publicUrl: 'https://laget.example', version: '1.2.3' };
const manifest = teamsManifest(app);

const require = createRequire(import.meta.url);
const manifestSchema = require('@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.schema.json');
const translationSchema = require('@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json');

/** What Microsoft's schema finds wrong: nothing when the list is empty. */
function problems(schema: object, value: unknown): unknown[] {
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  return validate(value) ? [] : (validate.errors ?? ['invalid']);
}

describe('manifest.json', () => {
  test('is what Microsoft’s schema asks for', () => {
    expect(problems(manifestSchema, manifest)).toEqual([]);
  });

  test.each([
    ['an app id that is no GUID', { ...app, appId: 'laget' }],
    ['an address that is no address', { ...app, publicUrl: 'ftp://laget.example' }],
  ])('the schema sees %s', (_, wrong) => {
    expect(problems(manifestSchema, teamsManifest(wrong))).not.toEqual([]);
  });

  test('lets Teams load only our own address', () => {
    expect(manifest.validDomains).toEqual(['laget.example']);
  });

  test('reaches every kind of conversation', () => {
    expect(manifest.bots[0]?.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(manifest.supportedChannelTypes).toEqual(['sharedChannels', 'privateChannels']);
  });
});

describe.each(teamsTranslations())('%s', (file, translation) => {
  test('is what Microsoft’s schema asks for', () => {
    expect(problems(translationSchema, translation)).toEqual([]);
  });

  test('is named in the manifest', () => {
    expect(manifest.localizationInfo.additionalLanguages.map(language => language.file)).toContain(file);
  });

  test('translates every sentence of the manifest and nothing else', () => {
    const { $schema: _, ...sentences } = translation;
    expect(Object.keys(sentences).toSorted()).toEqual(sentencePaths().toSorted());
  });
});

test('each suggested command, written back, is understood', () => {
  const titles = (['nb', 'nn', 'en'] as const).map(language => commandsIn(language).map(({ title }) => title));
  const understood = titles.map(words => words.map(word => readWords(word).type));
  expect(titles[0]).toEqual(['avstemning', 'nettverk', 'medlemmer', 'koble', 'hjelp']);
  expect(understood).toEqual(
    titles.map(() => ['poll.form', 'network.show', 'members.show', 'channel.invite', 'help.show']),
  );
});

describe('the zip', () => {
  const zip = teamsPackage(app);
  const files = unzipSync(zip);

  test('is the same bytes each time', () => {
    expect(Buffer.from(teamsPackage(app)).equals(zip)).toBe(true);
  });

  test('holds every file the manifest names', () => {
    expect(Object.keys(files)).toEqual(['manifest.json', 'nn.json', 'en.json', 'color.png', 'outline.png']);
    expect(JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString())).toEqual(manifest);
  });

  test.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s is %i pixels wide and high', (file, size) => {
    expect(pixelsOf(files[file])).toHaveLength(size);
  });

  test('the outline is white on transparent, and the other icon has no hole', () => {
    const outline = pixelsOf(files['outline.png']).flat();
    expect(outline.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toEqual([]);
    expect(new Set([0, 255]).isSubsetOf(new Set(outline.map(([, , , alpha]) => alpha)))).toBe(true);
    const colour = pixelsOf(files['color.png']).flat();
    expect(colour.filter(([, , , alpha]) => alpha !== 255)).toEqual([]);
  });
});

/** The manifest's sentences as a translation names them: `bots[0].commandLists[0].commands[1].title`. */
function sentencePaths(): string[] {
  const commands = manifest.bots.flatMap((bot, one) =>
    bot.commandLists.flatMap((list, two) =>
      list.commands.flatMap((_, three) => {
        const command = `bots[${one}].commandLists[${two}].commands[${three}]`;
        return [`${command}.title`, `${command}.description`];
      }),
    ),
  );
  return ['name.short', 'description.short', 'description.full', ...commands];
}

/** The rows of a PNG as our own encoder writes it, each a list of red, green, blue and alpha. */
function pixelsOf(file: Uint8Array | undefined): number[][][] {
  const png = Buffer.from(file ?? []);
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bytes = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  const rowBytes = 1 + width * 4;
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => [...bytes.subarray(y * rowBytes + 1 + x * 4, y * rowBytes + 5 + x * 4)]),
  );
}
